// SPDX-License-Identifier: EPL-2.0
/** What the runtime offers to modules, from the WIT files beside its C code. The headers that are made of them: {@code org.thingspire.wit.c}. */
package org.thingspire.wit.host;
