// SPDX-License-Identifier: EPL-2.0
/** The terminal: what is printed for people, and for programs as lines of JSON; exit codes. */
package org.thingspire.cli.console;
