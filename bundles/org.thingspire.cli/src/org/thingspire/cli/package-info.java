// SPDX-License-Identifier: EPL-2.0
/**
 * The command line: a class for each command, and what turns failures into messages and exit codes. What commands do, the
 * bundles below know.
 */
package org.thingspire.cli;
