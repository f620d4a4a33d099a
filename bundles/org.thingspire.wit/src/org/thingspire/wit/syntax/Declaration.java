// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.List;

/** What stands in a package. */
public sealed interface Declaration {

    /** {@code use wasi:io/streams as s;}: a short name for this file. */
    record Use(UsePath path, Name as) implements Declaration {
    }

    record Interface(Name name, List<Item> items, Gates gates, String docs) implements Declaration {
    }

    record World(Name name, List<Item> items, Gates gates, String docs) implements Declaration {
    }
}
