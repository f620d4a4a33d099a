// SPDX-License-Identifier: EPL-2.0
/** The command line: what is called, and what turns failures into messages and exit codes. */
package org.thingspire.cli;
