// SPDX-License-Identifier: EPL-2.0
/**
 * One node's image: the runtime compiled for its board, linked with the objects of modules and wiring.
 */
package org.thingspire.builder.image;
