// SPDX-License-Identifier: EPL-2.0
/**
 * From a WIT file's text to its syntax. The grammar is that of the component model's WIT.md. A lexer and a recursive descent parser: each
 * rule of the grammar is a method, and each mistake is reported with what would have been right there; then reading goes on at the next
 * declaration.
 */
package org.thingspire.wit.parse;
