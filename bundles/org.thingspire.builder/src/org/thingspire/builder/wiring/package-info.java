// SPDX-License-Identifier: EPL-2.0
/**
 * Who calls whom: the C file of each node that connects modules with each other, with the host and with links.
 */
package org.thingspire.builder.wiring;
