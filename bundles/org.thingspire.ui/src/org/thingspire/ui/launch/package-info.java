// SPDX-License-Identifier: EPL-2.0
/**
 * Running and debugging from menus, tool bar, keys and launch configurations.
 */
package org.thingspire.ui.launch;
