// SPDX-License-Identifier: EPL-2.0
/** What stands in WIT files, as it is written: declarations with names that nobody has looked up yet. {@code parse} makes it. */
package org.thingspire.wit.syntax;
