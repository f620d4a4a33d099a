// SPDX-License-Identifier: EPL-2.0
/**
 * The preferences page that says where programs are.
 */
package org.thingspire.ui.preferences;
