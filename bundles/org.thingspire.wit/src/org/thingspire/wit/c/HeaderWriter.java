// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;
import org.thingspire.wit.model.Type;

/**
 * Writes an interface as C, for those that the {@linkplain HeaderKind kind} of header is for. The functions of other modules are only
 * linked when they are called.
 */
final class HeaderWriter {

    private final Interface of;
    private final CNames names;
    private final CPrefix prefix;
    private final HeaderKind kind;
    private final StringBuilder out = new StringBuilder();

    HeaderWriter(Interface of, CNames names, HeaderKind kind) {
        this.of = of;
        this.kind = kind;
        this.names = names;
        this.prefix = names.of(of);
    }

    /** Handles of resources can't be passed: without the resource, nobody misses its functions. */
    static boolean leavesOut(Function function) {
        return function.name().startsWith("[");
    }

    String write() {
        line("/* Interface %s, made by ThingSpire from its WIT file. Changes here are lost at the next build. */", of.id());
        line("#pragma once");
        line("");
        kind.includes().forEach(include -> line("#include %s", include));
        Set<String> others = new TreeSet<>();
        of.types().forEach(type -> includes(type, others));
        of.functions().forEach(function -> Stream.concat(function.parameters().stream().map(Type.Field::type), function.result().stream())
                .forEach(type -> includes(type, others)));
        others.remove(of.id());
        others.forEach(other -> line("#include \"%s\"", CNames.header(other)));
        of.types().forEach(this::type);
        of.functions().forEach(this::function);
        return out.toString();
    }

    /** The interfaces whose types stand in this one's prototypes. */
    private void includes(Type type, Set<String> owners) {
        if (type instanceof Type.Named named && ScalarType.is(type)) {
            owners.add(named.name().owner());
        }
        switch (type) {
            case Type.Alias alias -> includes(alias.target(), owners);
            case Type.Record record -> record.fields().forEach(field -> includes(field.type(), owners));
            case Type.TupleOf tuple -> tuple.elements().forEach(element -> includes(element, owners));
            default -> {} // has no parts that a prototype shows
        }
    }

    private void type(Type.Named type) {
        switch (type) {
            case Type.Alias alias -> ScalarType.of(alias.target(), names).ifPresent(target -> {
                line("");
                line("typedef %s %s;", kind.scalar(target), names.type(alias.name()));
            });
            case Type.Enumeration cases -> constants(cases, ScalarType.ofCases(cases.cases().size()), cases.cases(), "%s");
            case Type.Flags flags -> constants(flags, ScalarType.ofFlags(flags.labels().size()), flags.labels(), "1u << %s");
            case Type.Record record -> {} // passed as its fields
            case Type.Variant variant -> {} // has no form in C yet: functions with it say so
        }
    }

    private void constants(Type.Named type, String number, List<String> members, String value) {
        String name = names.type(type.name());
        line("");
        line("typedef %s %s;", number, name);
        for (int i = 0; i < members.size(); i++) {
            line("#define %s ((%s)(%s))", prefix.constant(type.name().name(), members.get(i)), name, value.formatted(i));
        }
    }

    private void function(Function function) {
        if (leavesOut(function)) {
            return;
        }
        line("");
        if (!function.docs().isEmpty()) {
            line("/* %s */", comment(function.docs()));
        }
        CPrototype prototype = CPrototype.of(function, names, kind);
        String reason = prototype.obstacle().map("it %s; pass numbers, enums, flags, or records of these instead"::formatted).orElse("")
                .replace('"', '\'');
        if (kind != HeaderKind.RUNTIME) {
            declare(prototype, "import_module(\"%s\"), import_name(\"%s\")".formatted(of.id(), function.name()),
                    prefix.imported(function.name()), reason);
        } else {
            line("%s;", prototype.named(prefix.imported(function.name())));
        }
        if (kind == HeaderKind.MODULES) {
            declare(prototype, "export_name(\"%s#%s\")".formatted(of.id(), function.name()), prefix.exported(function.name()), reason);
        }
    }

    /** @param reason why nobody can use it; empty if one can */
    private void declare(CPrototype prototype, String attribute, String name, String reason) {
        if (reason.isEmpty()) {
            line("__attribute__((%s))", attribute);
            line("%s;", prototype.named(name));
        } else {
            line("void %s() __attribute__((unavailable(\"%s\")));", name, reason);
        }
    }

    /** Text that can stand in a comment: nothing in it ends the comment, or seems to begin another. */
    private static String comment(String docs) {
        return docs.replace("*/", "* /").replace("/*", "/ *").replace("\n", "\n * ");
    }

    private void line(String format, Object... arguments) {
        out.append(format.formatted(arguments)).append('\n');
    }
}
