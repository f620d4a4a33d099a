// SPDX-License-Identifier: EPL-2.0
/**
 * Which programs of the machine the user has named, and what versions they have.
 */
package org.thingspire.ide.program;
