// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

/**
 * What modules, their tasks and the runtime take of a node.
 *
 * @param flash bytes
 * @param ram bytes
 * @param isEstimate whether a part was never built: then it may be more, and only memory budgets and pages are counted of it
 */
public record Load(long flash, long ram, boolean isEstimate) {
}
