// SPDX-License-Identifier: EPL-2.0
/**
 * Who takes which byte of a linked image: the ELF says how much there is, lld's map says whose it is, and the report joins the
 * two so that nothing is left over.
 */
package org.thingspire.builder.size;
