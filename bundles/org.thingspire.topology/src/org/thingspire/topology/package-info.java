// SPDX-License-Identifier: EPL-2.0
/**
 * The topology of an application: the model generated from {@code topology.ecore}, its file format, and how all parts of
 * ThingSpire report what is wrong with the files of a user ({@link org.thingspire.topology.Problem}).
 */
package org.thingspire.topology;
