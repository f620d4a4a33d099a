// SPDX-License-Identifier: EPL-2.0
/**
 * Projects of the workspace: made, with a nature, and what nodes they have.
 */
package org.thingspire.ide.project;
