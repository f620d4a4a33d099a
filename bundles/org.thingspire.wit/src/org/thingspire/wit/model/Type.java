// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.thingspire.problem.Position;

/** The type of a parameter, a result or a part of these. */
public sealed interface Type permits Primitive, Type.Named, Type.ListOf, Type.MapOf, Type.OptionOf, Type.ResultOf, Type.TupleOf,
        Type.Handle, Type.Channel {

    /** A type that was declared under a name. */
    sealed interface Named extends Type {
        TypeName name();

        /** Where the interface's file declares it. */
        Position position();
    }

    record Alias(TypeName name, Position position, Type target) implements Named {
    }

    record Record(TypeName name, Position position, List<Field> fields) implements Named {
    }

    /** A record's field, or a function's parameter. */
    record Field(String name, Type type) {
    }

    record Variant(TypeName name, Position position, List<Case> cases) implements Named {
    }

    record Case(String name, Optional<Type> payload) {
    }

    /** @param cases their names; a case's number is its place in the list, from 0 */
    record Enumeration(TypeName name, Position position, List<String> cases) implements Named {
    }

    /** @param labels their names; a flag's bit is its place in the list, from 0 */
    record Flags(TypeName name, Position position, List<String> labels) implements Named {
    }

    /** @param length empty: as long as it is at run time */
    record ListOf(Type element, OptionalInt length) implements Type {
    }

    record MapOf(Type key, Type value) implements Type {
    }

    record OptionOf(Type some) implements Type {
    }

    record ResultOf(Optional<Type> ok, Optional<Type> error) implements Type {
    }

    record TupleOf(List<Type> elements) implements Type {
    }

    /** @param borrowed whether the callee only has it for the time of the call */
    record Handle(TypeName resource, boolean borrowed) implements Type {
    }

    /** A {@code future} or a {@code stream}: values that come after the call has returned. */
    record Channel(String word, Optional<Type> element) implements Type {
    }
}
