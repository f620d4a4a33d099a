// SPDX-License-Identifier: EPL-2.0
/** The commands, each a class that reads its arguments, asks the bundles below and says what came of it. */
package org.thingspire.cli.command;
