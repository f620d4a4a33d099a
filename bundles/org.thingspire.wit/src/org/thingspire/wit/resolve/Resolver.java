// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.wit.model.Interface;
import org.thingspire.wit.model.Type;
import org.thingspire.wit.resolve.PackageTable.Member;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.Item;

/** Makes the interfaces of a project from its files. What is wrong goes to the files' reporters. */
public final class Resolver {

    private final PackageTable packages;
    private final InterfaceScopes scopes;
    private final TypeResolver types;

    private Resolver(List<PackagePart> parts) {
        this.packages = new PackageTable(parts);
        this.scopes = new InterfaceScopes(packages);
        this.types = new TypeResolver(scopes);
    }

    /** In the order of the files; without what is wrong. */
    public static List<Interface> resolve(List<PackagePart> parts) {
        Resolver resolver = new Resolver(parts);
        parts.forEach(resolver::checkUses);
        parts.forEach(part -> new SinceCheck(part).run());
        List<Interface> interfaces = new ArrayList<>();
        for (Member<Declaration.Interface> member : resolver.packages.interfaces()) {
            interfaces.add(resolver.resolve(member));
            if (Cycles.needsItself(member, resolver::used)) {
                member.part().reporter().error(member.name().position(), "interface \"%s\" uses itself, by way of what it uses"
                        .formatted(member.name().text()), "Move the types that both sides need to an interface of their own.");
            }
        }
        WorldChecker worlds = new WorldChecker(resolver.packages, resolver.types);
        resolver.packages.worlds().forEach(worlds::check);
        return List.copyOf(interfaces);
    }

    private void checkUses(PackagePart part) {
        for (Declaration declaration : part.declarations()) {
            if (declaration instanceof Declaration.Use use) {
                packages.findInterface(part, use.path());
            }
        }
    }

    private List<Member<Declaration.Interface>> used(Member<Declaration.Interface> member) {
        return member.declaration().items().stream()
                .flatMap(item -> item instanceof Item.Use use ? packages.lookUpInterface(member.part(), use.from()).stream()
                        : Stream.empty())
                .toList();
    }

    private Interface resolve(Member<Declaration.Interface> member) {
        List<Item> items = member.declaration().items();
        ItemResolver resolver = new ItemResolver(types, scopes.of(member));
        resolver.checkTypes(items);
        List<Type.Named> declared = resolver.types(items);
        return new Interface(member.id(), member.part().packageName().id(), member.part().reporter().file(), member.name().position(),
                declared, resolver.functions(items), member.declaration().docs());
    }
}
