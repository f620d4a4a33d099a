// SPDX-License-Identifier: EPL-2.0
/**
 * Linear memory: where it is, how large, and how an access is checked.
 */
package org.thingspire.aot.translate.memory;
