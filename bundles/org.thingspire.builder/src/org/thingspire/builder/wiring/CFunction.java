// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/**
 * The C side of a WebAssembly function's type, as {@link CoreSignature} describes it: prototype, and the way between C arguments and
 * an array of values. A vector takes two values.
 */
record CFunction(CoreSignature signature) {

    private static final String VECTOR = "ts_vector";

    /** The struct that {@link #prototype} of the same name returns its results in, if it does so. */
    Optional<String> resultStruct(String name) {
        return signature.returnsThroughPointer()
                ? Optional.of(results().map(i -> "%s r%s; ".formatted(signature.results().get(i).c(VECTOR), i))
                        .collect(Collectors.joining("", "struct %s_results { ".formatted(name), "};")))
                : Optional.empty();
    }

    String prototype(String name) {
        Stream<String> results = signature.returnsThroughPointer() ? Stream.of("struct %s_results *results".formatted(name)) : Stream.empty();
        Stream<String> parameters = parameters().map(i -> parameterType(signature.parameters().get(i)) + "a" + i);
        String all = Stream.concat(results, parameters).collect(Collectors.joining(", "));
        return "%s %s(%s)".formatted(resultType(), name, all.isEmpty() ? "void" : all);
    }

    /** Statements of an entry: call {@code name} with arguments from {@code values}, put its results there. */
    List<String> callWithValues(String name) {
        List<String> body = new ArrayList<>();
        if (signature.parameters().isEmpty() && signature.results().isEmpty()) {
            body.add("(void)values;");
        }
        List<String> arguments = new ArrayList<>();
        if (signature.returnsThroughPointer()) {
            body.add("struct %s_results results;".formatted(name));
            arguments.add("&results");
        }
        parameters().forEach(i -> {
            int at = position(signature.parameters(), i);
            if (signature.parameters().get(i) == CoreType.V128) {
                body.add("const ts_vector a%s = { { values[%s].i64, values[%s].i64 } };".formatted(i, at, at + 1));
                arguments.add("&a" + i);
            } else {
                arguments.add(value(at, signature.parameters().get(i)));
            }
        });
        String call = "%s(%s);".formatted(name, String.join(", ", arguments));
        if (signature.returnsThroughPointer()) {
            body.add(call);
            results().forEach(i -> body.addAll(toValues(signature.results(), i, "results.r" + i, ".")));
        } else {
            body.add(signature.results().isEmpty() ? call : value(0, signature.results().get(0)) + " = " + call);
        }
        return body;
    }

    /** Body of a stub: arguments into {@code values}, {@code call}, results out of {@code values}. */
    List<String> bodyThroughValues(String call) {
        List<String> body = new ArrayList<>();
        body.add("ts_value values[%s];".formatted(Math.max(1, Math.max(size(signature.parameters()), size(signature.results())))));
        parameters().forEach(i -> body.addAll(toValues(signature.parameters(), i, "a" + i, "->")));
        body.add(call);
        if (signature.returnsThroughPointer()) {
            results().forEach(i -> body.addAll(fromValues(i)));
        } else if (!signature.results().isEmpty()) {
            body.add("return %s;".formatted(value(0, signature.results().get(0))));
        }
        return body;
    }

    /** @param member how C reaches a member of a vector there */
    private static List<String> toValues(List<CoreType> types, int index, String from, String member) {
        int at = position(types, index);
        return types.get(index) == CoreType.V128
                ? List.of("values[%s].i64 = %s%shalf[0];".formatted(at, from, member),
                        "values[%s].i64 = %s%shalf[1];".formatted(at + 1, from, member))
                : List.of("%s = %s;".formatted(value(at, types.get(index)), from));
    }

    private List<String> fromValues(int result) {
        int at = position(signature.results(), result);
        return signature.results().get(result) == CoreType.V128
                ? List.of("results->r%s.half[0] = values[%s].i64;".formatted(result, at),
                        "results->r%s.half[1] = values[%s].i64;".formatted(result, at + 1))
                : List.of("results->r%s = %s;".formatted(result, value(at, signature.results().get(result))));
    }

    /** Body of a stub that passes its arguments on after a first one. Only numbers, and one result. */
    String forward(String function, String firstArgument) {
        String arguments = Stream.concat(Stream.of(firstArgument), parameters().map(i -> "a" + i)).collect(Collectors.joining(", "));
        return "%s%s(%s);".formatted(signature.results().isEmpty() ? "" : "return ", function, arguments);
    }

    private Stream<Integer> parameters() {
        return IntStream.range(0, signature.parameters().size()).boxed();
    }

    private Stream<Integer> results() {
        return IntStream.range(0, signature.results().size()).boxed();
    }

    /** Where the argument or result number {@code index} begins in the array. */
    private static int position(List<CoreType> types, int index) {
        return size(types.subList(0, index));
    }

    private static int size(List<CoreType> types) {
        return types.size() + (int) types.stream().filter(CoreType.V128::equals).count();
    }

    private String resultType() {
        return signature.results().isEmpty() || signature.returnsThroughPointer() ? "void" : signature.results().get(0).c(VECTOR);
    }

    private static String value(int index, CoreType number) {
        return "values[%s].%s".formatted(index, number);
    }

    private static String parameterType(CoreType type) {
        return type == CoreType.V128 ? "const " + VECTOR + " *" : type.c(VECTOR) + " ";
    }
}
