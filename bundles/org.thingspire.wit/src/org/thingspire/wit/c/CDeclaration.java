// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.problem.Position;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;
import org.thingspire.wit.model.Type;

/**
 * A name that the header of an interface declares.
 *
 * @param name in C
 * @param what has it, for messages: {@code case "low" of enum "level"}
 * @param position of that in the interface's file
 */
record CDeclaration(String name, String what, Interface of, Position position) {

    /** All that the header of an interface declares if its names begin with {@code prefix}. */
    static List<CDeclaration> of(Interface of, CPrefix prefix) {
        List<CDeclaration> all = new ArrayList<>();
        for (Type.Named type : of.types()) {
            String name = type.name().name();
            switch (type) {
                case Type.Enumeration cases -> constants(all, of, prefix, type, cases.cases(), "case \"%s\" of enum \"%s\"");
                case Type.Flags flags -> constants(all, of, prefix, type, flags.labels(), "flag \"%s\" of flags \"%s\"");
                default -> {} // has no constants
            }
            if (ScalarType.is(type)) {
                all.add(new CDeclaration(prefix.type(name), "type \"%s\"".formatted(name), of, type.position()));
            }
        }
        for (Function function : of.functions()) {
            if (!HeaderWriter.leavesOut(function)) {
                String what = "function \"%s\"".formatted(function.name());
                all.add(new CDeclaration(prefix.imported(function.name()), what, of, function.position()));
                all.add(new CDeclaration(prefix.exported(function.name()), what, of, function.position()));
            }
        }
        return all;
    }

    private static void constants(List<CDeclaration> all, Interface of, CPrefix prefix, Type.Named type, List<String> names, String what) {
        String typeName = type.name().name();
        names.forEach(name -> all.add(new CDeclaration(prefix.constant(typeName, name), what.formatted(name, typeName), of, type.position())));
    }
}
