// SPDX-License-Identifier: EPL-2.0
/** What C code includes: modules, to import and export the functions of interfaces, and the runtime, to offer some. */
package org.thingspire.wit.c;
