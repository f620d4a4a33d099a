// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.List;
import java.util.stream.Stream;

import org.thingspire.wit.resolve.PackageTable.Member;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Item.ExternType;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.UsePath;

/**
 * Checks that the names in worlds mean something. ThingSpire takes nothing else from them: which module imports and exports what
 * is known from the modules.
 */
final class WorldChecker {

    private final PackageTable packages;
    private final TypeResolver types;

    WorldChecker(PackageTable packages, TypeResolver types) {
        this.packages = packages;
        this.types = types;
    }

    void check(Member<Declaration.World> world) {
        String shown = "world \"" + world.name().text() + "\"";
        TypeScope scope = TypeScope.of(world.id(), shown, world.part(), world.declaration().items());
        ItemResolver items = new ItemResolver(types, scope);
        items.checkTypes(world.declaration().items());
        Duplicates imports = new Duplicates(scope.reporter(), "the imports of " + shown);
        Duplicates exports = new Duplicates(scope.reporter(), "the exports of " + shown);
        for (Item item : world.declaration().items()) {
            if (item instanceof Item.Extern extern) {
                (extern.imported() ? imports : exports).isNew(extern.name().orElseGet(() -> whole(world.part(), extern)));
                checkExtern(world, scope, extern);
            } else if (item instanceof Item.Include include) {
                packages.findWorld(world.part(), include.world());
            }
        }
        if (Cycles.needsItself(world, this::included)) {
            scope.reporter().error(world.name().position(), shown + " includes itself", "Remove one of the includes.");
        }
    }

    /** Of an import or export without a name of its own: the interface's full name. */
    private Name whole(PackagePart part, Item.Extern extern) {
        UsePath path = ((ExternType.OfPath) extern.type()).path();
        return new Name(packages.lookUpInterface(part, path).map(Member::id).orElse(path.toString()), path.name().position());
    }

    private void checkExtern(Member<Declaration.World> world, TypeScope scope, Item.Extern extern) {
        switch (extern.type()) {
            case ExternType.OfPath(var path) -> packages.findInterface(world.part(), path);
            case ExternType.OfFunction(var function) -> new FunctionResolver(types, scope).function(function);
            case ExternType.OfInterface(List<Item> items) -> {
                // A name with a space can't be another interface's.
                String owner = world.id() + (extern.imported() ? " import " : " export ") + extern.name().orElseThrow().text();
                TypeScope inner = TypeScope.of(owner, "interface \"" + extern.name().get().text() + "\"", world.part(), items);
                new ItemResolver(types, inner).functions(items);
                new ItemResolver(types, inner).checkTypes(items);
            }
        }
    }

    private List<Member<Declaration.World>> included(Member<Declaration.World> world) {
        return world.declaration().items().stream()
                .flatMap(item -> item instanceof Item.Include include ? packages.lookUpWorld(world.part(), include.world()).stream()
                        : Stream.empty())
                .toList();
    }
}
