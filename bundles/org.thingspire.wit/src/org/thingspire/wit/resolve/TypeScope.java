// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.thingspire.wit.parse.Reporter;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.UsePath;

/**
 * The names of types in one interface or world.
 *
 * @param owner its full name
 * @param shown for messages: {@code interface "probe"}
 */
record TypeScope(String owner, String shown, PackagePart part, Map<String, Entry> entries) {

    /** What a name stands for. */
    sealed interface Entry {
        record Declared(Item.Type type) implements Entry {
        }

        record Used(UsePath from, Name name) implements Entry {
        }
    }

    /** All types of the items; names that are given twice are reported, those of functions included. */
    static TypeScope of(String owner, String shown, PackagePart part, List<Item> items) {
        TypeScope scope = new TypeScope(owner, shown, part, new LinkedHashMap<>());
        Duplicates duplicates = new Duplicates(part.reporter(), shown);
        for (Item item : items) {
            switch (item) {
                case Item.Type type -> scope.add(duplicates, type.name(), new Entry.Declared(type));
                case Item.Use use -> use.names().forEach(used -> scope.add(duplicates, used.as(), new Entry.Used(use.from(), used.name())));
                case Item.Function function -> duplicates.isNew(function.name());
                case Item.Extern extern -> {} // imports and exports have names of their own
                case Item.Include include -> {}
            }
        }
        return scope;
    }

    private void add(Duplicates duplicates, Name name, Entry entry) {
        if (duplicates.isNew(name)) {
            entries.put(name.text(), entry);
        }
    }

    Reporter reporter() {
        return part.reporter();
    }
}
