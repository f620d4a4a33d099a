// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes valid WIT out of few words, so that what is put together of them in C meets often. */
final class RandomInterfaces {

    private static final List<String> WORDS = List.of("a", "b", "t", "int", "int8", "least8", "ts", "log", "main", "exports", "errno", "size",
            "bool", "float", "level", "static", "assert", "atomic", "and", "eq", "max");
    private static final List<String> DOCS = List.of("", "/// Plain.\n", "/// */ int x; /* \\\n/// *\\\n/// ??/\n", "/** /* nested */ // */\n");
    private static final List<String> NUMBERS = List.of("bool", "u8", "s16", "u32", "s64", "f32", "f64", "char", "string", "list<u8>");
    private static final int MAX_INTERFACES = 4;
    private static final int MAX_MEMBERS = 5;

    private final Random random;

    RandomInterfaces(Random random) {
        this.random = random;
    }

    /** One file: up to three packages with up to four interfaces each. */
    String next() {
        Names packages = new Names();
        String text = "package top:level;\n";
        for (int i = 0; i <= random.nextInt(3); i++) {
            String version = random.nextInt(3) == 0 ? "@%d.0.0".formatted(random.nextInt(2)) : "";
            text += "package %s%s {\n%s}\n".formatted("%" + packages.fresh() + ":%" + word(), version, interfaces());
        }
        return text;
    }

    private String interfaces() {
        Names names = new Names();
        return repeat(MAX_INTERFACES, () -> "interface %%%s {\n%s}\n".formatted(names.fresh(), members()));
    }

    private String members() {
        Names names = new Names();
        Set<String> types = new HashSet<>();
        return repeat(MAX_MEMBERS, () -> {
            String name = names.fresh();
            String member = switch (random.nextInt(6)) {
                case 0 -> "type %%%s = %s;".formatted(name, type(types));
                case 1 -> "enum %%%s { %s }".formatted(name, list(""));
                case 2 -> "flags %%%s { %s }".formatted(name, list(""));
                case 3 -> "record %%%s { %s }".formatted(name, list(": " + type(types)));
                default -> "%%%s: func(%s) -> %s;".formatted(name, list(": " + type(types)), type(types));
            };
            if (!member.contains("func(")) {
                types.add("%" + name);
            }
            return DOCS.get(random.nextInt(DOCS.size())) + member + "\n";
        });
    }

    /** Up to three things with different names. */
    private String list(String typed) {
        Names names = new Names();
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> "%" + names.fresh() + typed).collect(Collectors.joining(", "));
    }

    private String type(Set<String> declared) {
        List<String> known = declared.stream().sorted().toList();
        return known.isEmpty() || random.nextBoolean() ? NUMBERS.get(random.nextInt(NUMBERS.size())) : known.get(random.nextInt(known.size()));
    }

    private String repeat(int most, Supplier<String> part) {
        return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(i -> part.get()).collect(Collectors.joining());
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Names of one scope: no two are the same. */
    private final class Names {

        private final Set<String> given = new HashSet<>();

        String fresh() {
            String name = word();
            while (random.nextBoolean() || !given.add(name)) {
                name = name.length() > 30 ? word() : name + "-" + word();
            }
            return name;
        }
    }
}
