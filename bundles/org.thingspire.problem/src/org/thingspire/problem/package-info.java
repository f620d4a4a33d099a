// SPDX-License-Identifier: EPL-2.0
/**
 * How all parts of ThingSpire report what is wrong with the files of a user ({@link org.thingspire.problem.Problem}), and read and
 * write these files so that nothing is lost or half-written. Knows no format: what a file says is read where it is about.
 */
package org.thingspire.problem;
