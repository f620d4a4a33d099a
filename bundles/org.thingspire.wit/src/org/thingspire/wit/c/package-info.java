// SPDX-License-Identifier: EPL-2.0
/** What C modules include to import and export the functions of interfaces. */
package org.thingspire.wit.c;
