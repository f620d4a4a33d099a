// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.thingspire.wit.model.Primitive;

/** A type where it is used. */
public sealed interface TypeExpression {

    record Simple(Primitive primitive) implements TypeExpression {
    }

    /** A declared type; that of a resource stands for a handle that owns it. */
    record Reference(Name name) implements TypeExpression {
    }

    /** {@code own<r>} or {@code borrow<r>}. */
    record Handle(Name resource, boolean borrowed) implements TypeExpression {
    }

    record ListOf(TypeExpression element, OptionalInt length) implements TypeExpression {
    }

    record MapOf(TypeExpression key, TypeExpression value) implements TypeExpression {
    }

    record OptionOf(TypeExpression some) implements TypeExpression {
    }

    record ResultOf(Optional<TypeExpression> ok, Optional<TypeExpression> error) implements TypeExpression {
    }

    record TupleOf(List<TypeExpression> elements) implements TypeExpression {
    }

    /** A {@code future} or a {@code stream}. */
    record Channel(String word, Optional<TypeExpression> element) implements TypeExpression {
    }
}
