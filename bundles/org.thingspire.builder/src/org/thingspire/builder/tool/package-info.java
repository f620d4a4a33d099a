// SPDX-License-Identifier: EPL-2.0
/**
 * Programs of the machine: finds them, runs them, says which package has one that is missing.
 */
package org.thingspire.builder.tool;
