// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/**
 * Writes the part of a driver that is peculiar to one script, in C: declarations of the objects' functions, definitions
 * of what they import, one function for each command and the table of all commands. {@code driver/spec.h} is its contract.
 */
final class DriverSource {

    private final StringBuilder functions = new StringBuilder("#include \"spec.h\"\n");
    private final List<String> table = new ArrayList<>();
    private final Map<String, String> declared = new HashMap<>();

    /** How many commands it has so far. */
    int size() {
        return table.size();
    }

    String text() {
        return functions + "\nconst spec_command spec_commands[] = {\n" + String.join("", table) + "    { 0, 0, 0 }\n};\n"
                + "const int spec_command_count = " + table.size() + ";\n";
    }

    /** Declares a function of an object, once, and returns its name in C. */
    String declare(String symbol, CoreSignature signature) {
        return declared.computeIfAbsent(symbol, key -> {
            String name = "function_" + declared.size();
            if (signature.returnsThroughPointer()) {
                functions.append("typedef struct ").append(results(signature)).append(' ').append(name).append("_results;\n");
            }
            functions.append(prototype(name, signature)).append(" __asm__(").append(quoted(symbol)).append(");\n");
            return name;
        });
    }

    /** Defines a function that an object imports: it calls another one, or does nothing and returns zero if that is null. */
    void define(String symbol, CoreSignature signature, String callee) {
        String name = declare(symbol, signature);
        functions.append(prototype(name, signature)).append(" { ");
        if (callee != null) {
            functions.append(result(signature).equals("void ") ? "" : "return ").append(callee).append('(')
                    .append(signature.returnsThroughPointer() ? "(void *)results" + (signature.parameters().isEmpty() ? "" : ", ") : "")
                    .append(IntStream.range(0, signature.parameters().size()).mapToObj(i -> "a" + i).collect(Collectors.joining(", ")))
                    .append("); ");
        } else {
            for (int i = 0; i < signature.parameters().size(); i++) {
                functions.append("(void)a").append(i).append("; ");
            }
            functions.append(signature.returnsThroughPointer() ? "(void)results; " : result(signature).equals("void ") ? "" : "return 0; ");
        }
        functions.append("}\n");
    }

    /** A command that calls a function without arguments or results. */
    void call(int line, String function, int trap) {
        table.add("    { %s, %s, %s },\n".formatted(line, function, trap));
    }

    /** A command that calls a function with arguments and compares its results; none are compared if there is to be a trap. */
    void invoke(int line, String function, CoreSignature signature, List<SpecValue> arguments, List<SpecValue> expected, int trap) {
        String name = "command_" + table.size();
        String values = arguments.stream().map(SpecValue::expression).collect(Collectors.joining(", "));
        functions.append("static void ").append(name).append("(void) { ");
        if (signature.returnsThroughPointer()) {
            functions.append("%s_results r; %s(&r%s); ".formatted(function, function, values.isEmpty() ? "" : ", " + values));
            for (int i = 0; i < expected.size(); i++) {
                functions.append(comparison("r.r" + i, expected.get(i)));
            }
        } else if (expected.isEmpty()) {
            functions.append("%s(%s); ".formatted(function, values));
        } else {
            functions.append("%sr = %s(%s); ".formatted(type(signature.results().get(0)), function, values))
                    .append(comparison("r", expected.getFirst()));
        }
        functions.append("}\n");
        call(line, name, trap);
    }

    private static String result(CoreSignature signature) {
        return signature.results().isEmpty() || signature.returnsThroughPointer() ? "void " : type(signature.results().get(0));
    }

    /** A command that compares a variable of an object with a value. */
    void compare(int line, String symbol, CoreType type, SpecValue expected) {
        String variable = declared.computeIfAbsent(symbol, key -> {
            String name = "global_" + declared.size();
            functions.append("extern const ").append(type(type)).append(name).append(" __asm__(").append(quoted(symbol)).append(");\n");
            return name;
        });
        String name = "command_" + table.size();
        functions.append("static void ").append(name).append("(void) { ").append(comparison(variable, expected)).append("}\n");
        call(line, name, 0);
    }

    /** Defines the pointer through which an object reaches what another one owns. */
    void point(String imported, String owned) {
        String name = "pointer_" + declared.size();
        if (declared.putIfAbsent(imported, name) == null) {
            functions.append("extern const char %s_target[] __asm__(%s);\nconst void *const %s __asm__(%s) = %s_target;\n"
                    .formatted(name, quoted(owned), name, quoted(imported), name));
        }
    }

    private static String comparison(String actual, SpecValue expected) {
        if (expected.isReference()) {
            return expected.text().isEmpty()
                    ? "spec_expect_some_reference(%s); ".formatted(actual)
                    : "spec_expect_reference(%s, %s); ".formatted(actual, expected.bits());
        }
        if (expected.isVector() && !expected.isPattern()) {
            return "spec_expect_128(&%s, %s, %s); ".formatted(actual, expected.half(0), expected.half(1));
        }
        if (expected.isVector()) {
            return IntStream.range(0, expected.lanes().size()).mapToObj(i -> laneComparison(actual, i, expected.lanes().get(i)))
                    .collect(Collectors.joining());
        }
        String width = expected.isWide() ? "64" : "32";
        String bits = expected.isFloat() ? "spec_bits_%s(%s)".formatted(width, actual) : actual;
        return expected.text().startsWith("nan:")
                ? "spec_expect_%s_%s(%s); ".formatted(expected.text().substring("nan:".length()), width, bits)
                : "spec_expect_%s(%s, %s); ".formatted(width, bits, expected.bits());
    }

    private static String laneComparison(String actual, int lane, SpecValue expected) {
        String width = expected.isWide() ? "64" : "32";
        String bits = "spec_lane_%s(&%s, %s)".formatted(width, actual, lane);
        return expected.isPattern()
                ? "spec_expect_%s_%s(%s); ".formatted(expected.text().substring("nan:".length()), width, bits)
                : "spec_expect_%s(%s, %s); ".formatted(width, bits, expected.bits());
    }

    private static String prototype(String name, CoreSignature signature) {
        List<String> parameters = new ArrayList<>();
        if (signature.returnsThroughPointer()) {
            parameters.add(name + "_results *results");
        }
        for (int i = 0; i < signature.parameters().size(); i++) {
            CoreType type = signature.parameters().get(i);
            parameters.add((type == CoreType.V128 ? "const spec_v128 *" : type(type)) + "a" + i);
        }
        return result(signature) + name + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")";
    }

    private static String results(CoreSignature signature) {
        return IntStream.range(0, signature.results().size())
                .mapToObj(i -> type(signature.results().get(i)) + "r" + i + "; ").collect(Collectors.joining("", "{ ", "}"));
    }

    /** What stands before a name. */
    private static String type(CoreType type) {
        String c = type.c("spec_v128");
        return c.endsWith("*") ? c : c + " ";
    }

    /** Symbols are UTF-8 and so is C; only what ends a string or a line is escaped. */
    private static String quoted(String symbol) {
        return '"' + symbol.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }
}
