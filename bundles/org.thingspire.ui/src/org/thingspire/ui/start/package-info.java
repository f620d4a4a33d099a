// SPDX-License-Identifier: EPL-2.0
/**
 * What is loaded before somebody needs it, so that no first opening freezes the window.
 */
package org.thingspire.ui.start;
