// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.thingspire.aot.Signature;

/** The C side of a WebAssembly function's type: prototype, and the way between C arguments and an array of values. */
record CFunction(Signature signature) {

    CFunction {
        if (signature.results().length() > 1) {
            throw new IllegalArgumentException("Functions with several results don't cross a module's border yet");
        }
    }

    String prototype(String name) {
        String parameters = parameters().map(i -> type(signature.parameters().charAt(i)) + " a" + i).collect(Collectors.joining(", "));
        return "%s %s(%s)".formatted(resultType(), name, parameters.isEmpty() ? "void" : parameters);
    }

    /** Statements of an entry: call {@code name} with arguments from {@code values}, put its result there. */
    List<String> callWithValues(String name) {
        String call = "%s(%s)".formatted(name,
                parameters().map(i -> value(i, signature.parameters().charAt(i))).collect(Collectors.joining(", ")));
        if (!signature.results().isEmpty()) {
            return List.of("%s = %s;".formatted(value(0, signature.results().charAt(0)), call));
        }
        return signature.parameters().isEmpty() ? List.of("(void)values;", call + ";") : List.of(call + ";");
    }

    /** Body of a stub: arguments into {@code values}, {@code call}, result out of {@code values}. */
    List<String> bodyThroughValues(String call) {
        List<String> body = new ArrayList<>();
        body.add("ts_value values[%d];".formatted(Math.max(1, Math.max(signature.parameters().length(), signature.results().length()))));
        parameters().forEach(i -> body.add("%s = a%d;".formatted(value(i, signature.parameters().charAt(i)), i)));
        body.add(call);
        if (!signature.results().isEmpty()) {
            body.add("return %s;".formatted(value(0, signature.results().charAt(0))));
        }
        return body;
    }

    /** Body of a stub that passes its arguments on behind a first one. */
    String forward(String function, String firstArgument) {
        String arguments = Stream.concat(Stream.of(firstArgument), parameters().map(i -> "a" + i)).collect(Collectors.joining(", "));
        return "%s%s(%s);".formatted(signature.results().isEmpty() ? "" : "return ", function, arguments);
    }

    private Stream<Integer> parameters() {
        return IntStream.range(0, signature.parameters().length()).boxed();
    }

    private String resultType() {
        return signature.results().isEmpty() ? "void" : type(signature.results().charAt(0));
    }

    private static String value(int index, char letter) {
        return "values[%d].%s".formatted(index, field(letter));
    }

    private static String type(char letter) {
        return switch (letter) {
            case 'i' -> "uint32_t";
            case 'l' -> "uint64_t";
            case 'f' -> "float";
            case 'd' -> "double";
            default -> throw new IllegalArgumentException("no such value type: " + letter);
        };
    }

    private static String field(char letter) {
        return switch (letter) {
            case 'i' -> "i32";
            case 'l' -> "i64";
            case 'f' -> "f32";
            case 'd' -> "f64";
            default -> throw new IllegalArgumentException("no such value type: " + letter);
        };
    }
}
