// SPDX-License-Identifier: EPL-2.0
/**
 * Checks of memory accesses: recognizes them, drops those that can't fail, joins those that fail together.
 */
package org.thingspire.aot.optimize.check;
