// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/** Finds borrowed handles in types: they may be passed, but not returned (Explainer.md, "Handle types"). */
final class Borrows {

    /** By identity: equality would walk through types again and again. */
    private final Set<Type> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    boolean isIn(Type type) {
        return seen.add(type) && switch (type) {
            case Type.Handle handle -> handle.borrowed();
            case Type.Alias alias -> isIn(alias.target());
            case Type.Record record -> record.fields().stream().anyMatch(field -> isIn(field.type()));
            case Type.TupleOf tuple -> tuple.elements().stream().anyMatch(this::isIn);
            case Type.Variant variant -> variant.cases().stream().flatMap(one -> one.payload().stream()).anyMatch(this::isIn);
            case Type.OptionOf option -> isIn(option.some());
            case Type.ResultOf result -> Stream.of(result.ok(), result.error()).flatMap(Optional::stream).anyMatch(this::isIn);
            case Type.ListOf list -> isIn(list.element());
            case Type.MapOf map -> isIn(map.key()) || isIn(map.value());
            case Type.Channel channel -> channel.element().filter(this::isIn).isPresent();
            case Primitive primitive -> false;
            case Type.Enumeration enumeration -> false;
            case Type.Flags flags -> false;
        };
    }
}
