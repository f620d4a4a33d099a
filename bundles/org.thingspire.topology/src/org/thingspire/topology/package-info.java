// SPDX-License-Identifier: EPL-2.0
/**
 * The topology of an application: the model generated from {@code topology.ecore} and its file format.
 */
package org.thingspire.topology;
