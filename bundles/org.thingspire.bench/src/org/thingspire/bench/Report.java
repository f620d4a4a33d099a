// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The results of one board as lines of text for people; one group of kernels after the other, each with its means. */
public final class Report {

    private static final String ROW = "%-12s %12s %12s %12s %7s %9s %9s %7s";

    private final String unit;
    private final List<KernelResult> results;

    /** @param unit what costs are counted in */
    public Report(String unit, List<KernelResult> results) {
        this.unit = unit;
        this.results = List.copyOf(results);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted(unit, "native -O3", "native -Os", "wasm -O3", "ratio", "code -Os", "wasm -Os", "ratio"));
        byGroup(results).forEach((group, members) -> {
            members.forEach(result -> lines.add(row(result)));
            lines.add(ROW.formatted(group, "", "", "geomean", ratio(geometricMean(members)), sum(members, Variant.NATIVE_OS),
                    sum(members, Variant.WASM_OS), ratio(codeRatio(members))));
        });
        return lines;
    }

    public static Map<String, List<KernelResult>> byGroup(List<KernelResult> results) {
        Map<String, List<KernelResult>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.kernel().group(), group -> new ArrayList<>()).add(result));
        return groups;
    }

    /** Of the costs of -O3 as multiples of native -O3. */
    public static double geometricMean(List<KernelResult> results) {
        ToDoubleFunction<KernelResult> logarithm = result -> Math.log(result.ratio());
        return Math.exp(results.stream().mapToDouble(logarithm).average().orElseThrow());
    }

    /** Bytes of code at -Os, summed, as a multiple of native -Os. */
    public static double codeRatio(List<KernelResult> results) {
        return (double) sum(results, Variant.WASM_OS) / sum(results, Variant.NATIVE_OS);
    }

    private static long sum(List<KernelResult> results, Variant variant) {
        ToLongFunction<KernelResult> code = result -> result.code().get(variant);
        return results.stream().mapToLong(code).sum();
    }

    private static String row(KernelResult result) {
        return ROW.formatted(result.kernel().name(), cost(result, Variant.NATIVE_O3), cost(result, Variant.NATIVE_OS),
                cost(result, Variant.WASM_O3), ratio(result.ratio()), result.code().get(Variant.NATIVE_OS),
                result.code().get(Variant.WASM_OS), ratio(result.codeRatio()));
    }

    private static String cost(KernelResult result, Variant variant) {
        return String.format(Locale.ROOT, "%.0f", result.cost().get(variant));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
