// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.SymbolNames;

/** The C program that makes the calls of several modules, for {@code driver/random.c} to run one after the other. */
final class BatchSource {

    private static final String HEAD = """
            #include "spec.h"
            extern uint64_t random_result;
            static uint64_t mix(uint32_t a, uint64_t b) { return b * 31 + (uint64_t)(int32_t)a; }
            """;

    private final StringBuilder functions = new StringBuilder(HEAD);
    private final List<String> commands = new ArrayList<>();

    void add(String placement, RandomModule module) {
        SymbolNames symbols = new SymbolNames(placement);
        functions.append("uint64_t %s_mix(uint32_t a, uint64_t b) __asm__(\"%s\");%n".formatted(placement,
                symbols.imported(ModuleShape.IMPORT_MODULE, ModuleShape.IMPORT_NAME)));
        functions.append("uint64_t %s_mix(uint32_t a, uint64_t b) { return mix(a, b); }%n".formatted(placement));
        functions.append("void %s_initialize(void) __asm__(\"%s\");%n".formatted(placement, symbols.initialize()));
        commands.add(placement + "_initialize");
        int number = 0;
        for (RandomModule.Call call : module.calls()) {
            addCall(placement + "_" + number++, symbols.export(call.export()), call);
        }
    }

    private void addCall(String name, String symbol, RandomModule.Call call) {
        String parameters = call.signature().parameters();
        List<String> types = parameters.chars().mapToObj(letter -> type((char) letter)).toList();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length(); i++) {
            arguments.add(argument(parameters.charAt(i), call.arguments().get(i)));
        }
        String results = call.signature().results();
        functions.append("%s %s_callee(%s) __asm__(\"%s\");%n".formatted(results.isEmpty() ? "void" : type(results.charAt(0)), name,
                types.isEmpty() ? "void" : String.join(", ", types), symbol));
        functions.append("static void %s(void) { %s; }%n".formatted(name,
                result(results, name + "_callee(" + String.join(", ", arguments) + ")")));
        commands.add(name);
    }

    private static String type(char letter) {
        return switch (Type.of(letter)) {
            case I32 -> "uint32_t";
            case I64 -> "uint64_t";
            case F32 -> "float";
            case F64 -> "double";
            case FUNCREF -> throw new IllegalArgumentException("functions with references are not exported");
        };
    }

    private static String argument(char letter, long bits) {
        String number = "0x" + Long.toHexString(bits) + "u";
        return switch (Type.of(letter)) {
            case I32 -> number;
            case I64 -> number + "ll";
            case F32 -> "spec_f32(" + number + ")";
            case F64 -> "spec_f64(" + number + "ll)";
            case FUNCREF -> throw new IllegalArgumentException("functions with references are not exported");
        };
    }

    private static String result(String results, String call) {
        return switch (results) {
            case "" -> call;
            case "f" -> "random_result = spec_bits_32(" + call + ")";
            case "d" -> "random_result = spec_bits_64(" + call + ")";
            default -> "random_result = " + call;
        };
    }

    int commands() {
        return commands.size();
    }

    String text() {
        StringBuilder text = new StringBuilder(functions).append("const spec_command spec_commands[] = {\n");
        commands.forEach(command -> text.append("    { 0, ").append(command).append(", 0 },\n"));
        return text.append("};\nconst int spec_command_count = ").append(commands.size()).append(";\n").toString();
    }
}
