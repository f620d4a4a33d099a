// SPDX-License-Identifier: EPL-2.0
/**
 * What a module consists of beside memory, tables and code: functions as symbols, globals, segments, references, traps, places
 * in sources.
 */
package org.thingspire.aot.translate.module;
