// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.model;

import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Position;

/**
 * A function of an interface.
 *
 * @param name as modules import it: {@code read}; of a resource {@code [method]file.read}, {@code [static]file.open},
 *     {@code [constructor]file}
 * @param position where the interface's file declares it
 * @param docs the comment in front of it; empty if none
 */
public record Function(String name, List<Type.Field> parameters, Optional<Type> result, Position position, String docs) {

    public Function {
        parameters = List.copyOf(parameters);
    }
}
