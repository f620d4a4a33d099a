// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.List;
import java.util.Optional;

/** What a declared type is. */
public sealed interface TypeBody {

    record Alias(TypeExpression target) implements TypeBody {
    }

    record Record(List<Item.Parameter> fields) implements TypeBody {
    }

    record Variant(List<Case> cases) implements TypeBody {
    }

    record Case(Name name, Optional<TypeExpression> payload) {
    }

    record Enumeration(List<Name> cases) implements TypeBody {
    }

    record Flags(List<Name> labels) implements TypeBody {
    }

    record Resource(List<Member> members) implements TypeBody {
    }

    /** A function of a resource. */
    record Member(Role role, Item.Function function) {
    }

    /** What a resource's function is called on. */
    enum Role {
        METHOD,
        STATIC,
        CONSTRUCTOR
    }
}
