// SPDX-License-Identifier: EPL-2.0
/**
 * Tables: as constants where nobody can change them, in memory elsewhere.
 */
package org.thingspire.aot.translate.table;
