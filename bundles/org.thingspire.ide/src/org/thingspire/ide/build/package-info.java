// SPDX-License-Identifier: EPL-2.0
/**
 * Builds projects when the Platform asks for it, and puts problems at their lines as markers.
 */
package org.thingspire.ide.build;
