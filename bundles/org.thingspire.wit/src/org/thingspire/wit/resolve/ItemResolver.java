// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Type;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.TypeBody;

/** Makes types and functions of the model from what stands between an interface's braces. */
final class ItemResolver {

    private final TypeResolver types;
    private final TypeScope scope;

    ItemResolver(TypeResolver types, TypeScope scope) {
        this.types = types;
        this.scope = scope;
    }

    /** What is declared here; resources are known by their handles only. */
    List<Type.Named> types(List<Item> items) {
        List<Type.Named> all = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Type type && scope.entries().get(type.name().text()) instanceof TypeScope.Entry.Declared declared
                    && declared.type() == type) {
                Optional<Type> resolved = types.named(scope, type.name());
                resolved.ifPresent(of -> {
                    if (of instanceof Type.Named named) {
                        all.add(named);
                    }
                });
            }
        }
        return all;
    }

    /** Reports what is wrong with types that are declared or taken over here. */
    void checkTypes(List<Item> items) {
        types(items);
        for (Item item : items) {
            if (item instanceof Item.Use use) {
                use.names().forEach(used -> types.named(scope, used.as()));
            }
        }
    }

    List<Function> functions(List<Item> items) {
        FunctionResolver resolver = new FunctionResolver(types, scope);
        List<Function> all = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Function function) {
                resolver.function(function).ifPresent(all::add);
            } else if (item instanceof Item.Type type && type.body() instanceof TypeBody.Resource resource) {
                all.addAll(resolver.ofResource(type, resource));
            }
        }
        return all;
    }
}
