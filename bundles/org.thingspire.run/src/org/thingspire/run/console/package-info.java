// SPDX-License-Identifier: EPL-2.0
/** What nodes print, line by line, and the traps among it with their places in sources. */
package org.thingspire.run.console;
