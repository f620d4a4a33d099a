// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.model;

/**
 * The name of a declared type.
 *
 * @param owner the interface or world that declares it, such as {@code house:climate/probe}
 * @param name its own name
 */
public record TypeName(String owner, String name) {
}
