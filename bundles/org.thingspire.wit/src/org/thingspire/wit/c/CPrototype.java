// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.thingspire.wit.abi.ByteSequence;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/**
 * A function as C declares it: its arguments are the numbers that the ABI passes, so that nothing has to stand between caller and
 * callee. A record is passed as its fields, each a parameter of its own; a string or list of bytes as pointer and length.
 */
final class CPrototype {

    private final CNames cNames;
    private final HeaderKind kind;
    private final List<String> parameters = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Optional<String> obstacle;
    private String result = "void";

    private CPrototype(Function function, CNames cNames, HeaderKind kind) {
        this.cNames = cNames;
        this.kind = kind;
        this.obstacle = kind.obstacle(function);
        kind.firstParameter().ifPresent(first -> {
            parameters.add(first.type() + " " + first.name());
            names.add(first.name());
        });
    }

    static CPrototype of(Function function, CNames cNames, HeaderKind kind) {
        CPrototype prototype = new CPrototype(function, cNames, kind);
        if (prototype.obstacle.isEmpty()) {
            function.parameters().forEach(parameter -> prototype.parameter(parameter.name(), parameter.type()));
            function.result().ifPresent(prototype::result);
        }
        return prototype;
    }

    /** Why it can't be called from C or defined in C, as the end of the sentence "it ..."; empty if they can. */
    Optional<String> obstacle() {
        return obstacle;
    }

    /** {@code float probe_read(uint8_t channel)} */
    String named(String name) {
        return "%s %s(%s)".formatted(result, name, parameters.isEmpty() ? "void" : String.join(", ", parameters));
    }

    private void parameter(String name, Type type) {
        Optional<String> scalar = ScalarType.of(type, cNames);
        if (scalar.isPresent()) {
            parameters.add(kind.scalar(scalar.get()) + " " + unique(CPrefix.identifier(name)));
            return;
        }
        switch (type) {
            case Primitive string -> bytes(name, "char");
            case Type.ListOf list when ByteSequence.is(list) -> bytes(name, "uint8_t");
            case Type.Alias alias -> parameter(name, alias.target());
            case Type.Record record -> record.fields().forEach(field -> parameter(name + "-" + field.name(), field.type()));
            case Type.TupleOf tuple -> {
                for (int i = 0; i < tuple.elements().size(); i++) {
                    parameter(name + "-" + i, tuple.elements().get(i));
                }
            }
            default -> noForm("takes %s in \"%s\"".formatted(kind(type), name));
        }
    }

    /** @param element the C type of what a pointer leads to */
    private void bytes(String name, String element) {
        parameters.add(kind.pointerTo(element) + unique(CPrefix.identifier(name)));
        parameters.add(kind.length() + unique(CPrefix.identifier(name + "-length")));
    }

    private void result(Type type) {
        Optional<String> scalar = ScalarType.of(type, cNames);
        if (scalar.isPresent()) {
            result = kind.scalar(scalar.get());
            return;
        }
        switch (type) {
            case Type.Alias alias -> result(alias.target());
            case Type.Record record when record.fields().size() == 1 -> result(record.fields().getFirst().type());
            case Type.TupleOf tuple when tuple.elements().size() == 1 -> result(tuple.elements().getFirst());
            default -> noForm("returns " + kind(type));
        }
    }

    private void noForm(String what) {
        obstacle = Optional.of(what);
    }

    private static String kind(Type type) {
        return switch (type) {
            case Type.Variant variant -> "a variant";
            case Type.OptionOf option -> "an option";
            case Type.ResultOf result -> "a result";
            case Type.ListOf list -> "a list";
            default -> "a type that has no form in C yet";
        };
    }

    private String unique(String name) {
        String unique = name;
        while (ReservedNames.isNoParameter(unique) || !names.add(unique)) {
            unique += "_";
        }
        return unique;
    }
}
