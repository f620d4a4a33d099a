// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.thingspire.problem.Position;
import org.thingspire.problem.Suggestion;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.UsePath;

/** All packages of a project: finds what a path means. */
final class PackageTable {

    /** Something with a name of its own, and the part of a package that declares it. */
    record Member<T extends Declaration>(PackagePart part, Name name, T declaration) {
        String id() {
            return part.packageName().member(name.text());
        }
    }

    /** In one package, interfaces and worlds have different names. */
    private static final class Members {
        private final Map<String, Member<Declaration.Interface>> interfaces = new LinkedHashMap<>();
        private final Map<String, Member<Declaration.World>> worlds = new LinkedHashMap<>();
        private final Set<String> keys = new HashSet<>();
    }

    private final Map<PackageName, Members> packages = new LinkedHashMap<>();

    PackageTable(List<PackagePart> parts) {
        parts.forEach(this::add);
    }

    private void add(PackagePart part) {
        Members members = packages.computeIfAbsent(part.packageName(), name -> new Members());
        Duplicates inFile = new Duplicates(part.reporter(), "this file");
        for (Declaration declaration : part.declarations()) {
            switch (declaration) {
                case Declaration.Use use -> inFile.isNew(use.as());
                case Declaration.Interface of -> {
                    if (inFile.isNew(of.name()) && isNew(members, part, of.name())) {
                        members.interfaces.put(of.name().text(), new Member<>(part, of.name(), of));
                    }
                }
                case Declaration.World of -> {
                    if (inFile.isNew(of.name()) && isNew(members, part, of.name())) {
                        members.worlds.put(of.name().text(), new Member<>(part, of.name(), of));
                    }
                }
            }
        }
    }

    private static boolean isNew(Members members, PackagePart part, Name name) {
        boolean fresh = members.keys.add(name.key());
        if (!fresh) {
            part.reporter().error(name.position(), "another file of package %s has \"%s\", too".formatted(part.packageName(), name.text()),
                    "Give one of them another name.");
        }
        return fresh;
    }

    List<Member<Declaration.Interface>> interfaces() {
        return packages.values().stream().flatMap(members -> members.interfaces.values().stream()).toList();
    }

    List<Member<Declaration.World>> worlds() {
        return packages.values().stream().flatMap(members -> members.worlds.values().stream()).toList();
    }

    /** The interface that a path in this part means, if there is one. */
    Optional<Member<Declaration.Interface>> lookUpInterface(PackagePart from, UsePath path) {
        return members(from, path).map(members -> members.interfaces.get(target(from, path).name().text()));
    }

    /** The world that a path in this part means, if there is one. */
    Optional<Member<Declaration.World>> lookUpWorld(PackagePart from, UsePath path) {
        return members(from, path).map(members -> members.worlds.get(target(from, path).name().text()));
    }

    /** The interface that a path in this part means; if there is none, that is reported. */
    Optional<Member<Declaration.Interface>> findInterface(PackagePart from, UsePath path) {
        Optional<Member<Declaration.Interface>> found = lookUpInterface(from, path);
        if (found.isEmpty()) {
            reportMissing(from, path, "interface", members -> members.interfaces.keySet(), members -> members.worlds.keySet());
        }
        return found;
    }

    /** The world that a path in this part means; if there is none, that is reported. */
    Optional<Member<Declaration.World>> findWorld(PackagePart from, UsePath path) {
        Optional<Member<Declaration.World>> found = lookUpWorld(from, path);
        if (found.isEmpty()) {
            reportMissing(from, path, "world", members -> members.worlds.keySet(), members -> members.interfaces.keySet());
        }
        return found;
    }

    private static UsePath target(PackagePart from, UsePath path) {
        return path.packageName().isPresent() ? path : from.used(path.name().text()).orElse(path);
    }

    private static PackageName packageOf(PackagePart from, UsePath path) {
        return target(from, path).packageName().orElse(from.packageName());
    }

    private Optional<Members> members(PackagePart from, UsePath path) {
        return Optional.ofNullable(packages.get(packageOf(from, path)));
    }

    private void reportMissing(PackagePart from, UsePath path, String kind, Function<Members, Set<String>> ofKind,
            Function<Members, Set<String>> ofOtherKind) {
        PackageName of = packageOf(from, path);
        Position position = path.name().position();
        Optional<Members> members = members(from, path);
        if (members.isEmpty()) {
            List<String> known = packages.keySet().stream().map(PackageName::toString).toList();
            from.reporter().error(position, "there is no package %s in this project".formatted(of),
                    Suggestion.nearest(of.toString(), known).map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Put its WIT files into a folder of their own below wit/deps."));
            return;
        }
        String name = target(from, path).name().text();
        Set<String> known = ofKind.apply(members.get());
        if (ofOtherKind.apply(members.get()).contains(name)) {
            from.reporter().error(position, "\"%s\" is no %s".formatted(name, kind), Suggestion.remedy(name, known, kind + "s"));
        } else {
            from.reporter().error(position, "there is no %s \"%s\" in package %s".formatted(kind, name, of),
                    Suggestion.remedy(name, known, kind + "s"));
        }
    }
}
