// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.thingspire.problem.Problem;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.model.Interface;
import org.thingspire.wit.model.TypeName;

/**
 * The names that C code has for what interfaces declare. They begin with the interface's own name; if that would give two things one
 * name, or one that the C library has, with package and version, too: C has no other way to tell them apart.
 *
 * @param prefixes by the interface's full name
 */
record CNames(Map<String, CPrefix> prefixes) {

    static CNames of(InterfaceCatalog interfaces) {
        Map<String, Integer> owners = new HashMap<>();
        interfaces.interfaces().forEach(each -> shortNames(each).forEach(name -> owners.merge(name, 1, Integer::sum)));
        Map<String, CPrefix> prefixes = new LinkedHashMap<>();
        for (Interface each : interfaces.interfaces()) {
            boolean clear = shortNames(each).stream().noneMatch(name -> owners.get(name) > 1 || ReservedNames.contain(name));
            prefixes.put(each.id(), clear ? CPrefix.shortOf(each.id()) : CPrefix.longOf(each.id()));
        }
        return new CNames(prefixes);
    }

    /** With the prefix itself, which no declaration has: interfaces that share it are told apart whatever they declare. */
    private static List<String> shortNames(Interface of) {
        CPrefix prefix = CPrefix.shortOf(of.id());
        List<String> names = new ArrayList<>(CDeclaration.of(of, prefix).stream().map(CDeclaration::name).distinct().toList());
        names.add(prefix.text());
        return names;
    }

    /** {@code house:climate/probe@1.0.0} has {@code house_climate_probe_1_0_0.h}. */
    static String header(String interfaceId) {
        return CPrefix.identifier(interfaceId) + ".h";
    }

    CPrefix of(Interface declared) {
        return prefixes.get(declared.id());
    }

    /** {@code level} of an interface {@code probe} is {@code probe_level_t}. */
    String type(TypeName type) {
        return prefixes.get(type.owner()).type(type.name());
    }

    /** Things that have one name all the same, because WIT tells them apart by what they are, or by hyphens. */
    List<Problem> clashes(InterfaceCatalog interfaces) {
        List<Problem> problems = new ArrayList<>();
        Map<String, CDeclaration> owners = new HashMap<>();
        for (Interface each : interfaces.interfaces()) {
            Set<String> reported = new HashSet<>();
            for (CDeclaration declared : CDeclaration.of(each, of(each))) {
                CDeclaration earlier = owners.putIfAbsent(declared.name(), declared);
                if (earlier != null && reported.add(declared.what())) {
                    problems.add(error(declared, "has the name %s, and so has %s".formatted(declared.name(), shown(earlier, each)),
                            "Give one of them another name."));
                } else if (ReservedNames.contain(declared.name()) && reported.add(declared.what())) {
                    problems.add(error(declared, "has the name %s, which belongs to thingspire.h or to the C library"
                            .formatted(declared.name()), "Give it another name."));
                }
            }
        }
        return problems;
    }

    private static Problem error(CDeclaration declared, String message, String remedy) {
        return Problem.error(declared.of().file(), declared.position(), "", "in C, %s %s".formatted(declared.what(), message), remedy);
    }

    private static String shown(CDeclaration declared, Interface from) {
        return declared.of() == from ? "%s in line %s".formatted(declared.what(), declared.position().line())
                : "%s of interface %s".formatted(declared.what(), declared.of().id());
    }
}
