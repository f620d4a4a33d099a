// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.List;
import java.util.Optional;

/** What stands between the braces of an interface or a world. Interfaces have uses, types and functions; worlds all but bare functions. */
public sealed interface Item {

    /** {@code use types.{reading, unit as scale};} */
    record Use(UsePath from, List<UsedName> names) implements Item {
    }

    /** @param as the name it has here; the same as {@code name} if no other is given */
    record UsedName(Name name, Name as) {
    }

    /** A type under a name. */
    record Type(Name name, TypeBody body, Gates gates, String docs) implements Item {
    }

    /** @param name of a constructor the position alone is of interest */
    record Function(Name name, List<Parameter> parameters, Optional<TypeExpression> result, boolean async, Gates gates, String docs)
            implements
                Item {
    }

    /** A function's parameter, or a record's field. */
    record Parameter(Name name, TypeExpression type) {
    }

    /** What a world wants or offers. */
    record Extern(boolean imported, Optional<Name> name, ExternType type, Gates gates) implements Item {
    }

    /** {@code include other-world with { a as b };} */
    record Include(UsePath world, List<UsedName> renamed) implements Item {
    }

    /** What an import or export of a world is. */
    sealed interface ExternType {
        record OfFunction(Function function) implements ExternType {
        }

        record OfInterface(List<Item> items) implements ExternType {
        }

        record OfPath(UsePath path) implements ExternType {
        }
    }
}
