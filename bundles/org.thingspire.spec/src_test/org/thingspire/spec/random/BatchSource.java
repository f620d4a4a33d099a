// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.api.SymbolNames;
import org.thingspire.wasm.CoreSignature;

/** The C program that makes the calls of several modules, for {@code driver/random.c} to run one after the other. */
final class BatchSource {

    private static final String HEAD = """
            #include "spec.h"
            extern uint64_t random_result;
            struct shared { void *start; uint32_t *size; uint32_t most; };
            static uint64_t mix(uint32_t a, uint64_t b) { return b * 31 + (uint64_t)(int32_t)a; }
            """;

    private static final int PAGE = 65_536;

    private final StringBuilder functions = new StringBuilder(HEAD);
    private final List<String> commands = new ArrayList<>();

    void add(String placement, RandomModule module) {
        SymbolNames symbols = new SymbolNames(placement);
        functions.append("uint64_t %s_mix(uint32_t a, uint64_t b) __asm__(\"%s\");%n".formatted(placement,
                symbols.imported(ModuleShape.IMPORT_MODULE, ModuleShape.IMPORT_NAME)));
        functions.append("uint64_t %s_mix(uint32_t a, uint64_t b) { return mix(a, b); }%n".formatted(placement));
        addImports(placement, symbols, module.imports());
        functions.append("void %s_initialize(void) __asm__(\"%s\");%n".formatted(placement, symbols.initialize()));
        commands.add(placement + "_initialize");
        int number = 0;
        for (RandomModule.Call call : module.calls()) {
            addCall(placement + "_" + number++, symbols.export(call.export()), call);
        }
    }

    private void addImports(String placement, SymbolNames symbols, ModuleImports imports) {
        if (imports.memoryPages() > 0) {
            functions.append("static uint64_t %s_bytes[%d];%n".formatted(placement, imports.memoryPages() * PAGE / Long.BYTES));
            addShared(placement + "_bytes", symbols.imported(ModuleShape.IMPORT_MODULE, ModuleImports.MEMORY), PAGE, imports.memoryPages() * PAGE);
        }
        if (imports.tableElements() > 0) {
            functions.append("static const void *%s_elements[%d];%n".formatted(placement, imports.tableElements()));
            addShared(placement + "_elements", symbols.imported(ModuleShape.IMPORT_MODULE, ModuleImports.TABLE), ModuleShape.SLOTS,
                    imports.tableElements());
        }
        for (int i = 0; i < imports.globals().size(); i++) {
            ModuleImports.Global global = imports.globals().get(i);
            String variable = placement + "_" + ModuleImports.global(i);
            functions.append("static %s %s = %s;%n".formatted(storage(global.type()), variable,
                    global.type() == Type.FUNCREF ? "0" : "0x" + Long.toHexString(global.bits()) + "u"));
            addImport(variable, symbols.imported(ModuleShape.IMPORT_MODULE, ModuleImports.global(i)));
        }
    }

    /** A memory or table, with its size in bytes or elements. */
    private void addShared(String start, String symbol, int size, int most) {
        functions.append("static uint32_t %1$s_size = %2$d;%nstatic const struct shared %1$s_shared = { %1$s, &%1$s_size, %3$d };%n"
                .formatted(start, size, most));
        addImport(start + "_shared", symbol);
    }

    private void addImport(String variable, String symbol) {
        functions.append("extern const void *const %1$s_import;%nconst void *const %1$s_import __asm__(\"%2$s\") = &%1$s;%n"
                .formatted(variable, symbol));
    }

    private static String storage(Type type) {
        return switch (type) {
            case I32, F32 -> "uint32_t";
            case I64, F64 -> "uint64_t";
            case FUNCREF -> "const void *";
        };
    }

    private void addCall(String name, String symbol, RandomModule.Call call) {
        String parameters = CoreSignature.letters(call.signature().parameters());
        List<String> types = parameters.chars().mapToObj(letter -> type((char) letter)).toList();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length(); i++) {
            arguments.add(argument(parameters.charAt(i), call.arguments().get(i)));
        }
        String results = CoreSignature.letters(call.signature().results());
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
