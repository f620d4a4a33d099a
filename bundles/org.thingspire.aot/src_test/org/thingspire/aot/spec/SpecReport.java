// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.thingspire.aot.Optimization;

/** Runs scripts by hand: {@code SpecReport linux|m3|m4f O2 [script ...]}; prints failures, what was skipped and why, and the sums. */
final class SpecReport {

    private SpecReport() {
    }

    public static void main(String[] arguments) throws Exception {
        Platform platform = switch (arguments[0]) {
            case "m3" -> Mps2Platform.findM3().orElseThrow();
            case "m4f" -> Mps2Platform.findM4F().orElseThrow();
            default -> LinuxPlatform.find().orElseThrow();
        };
        Optimization optimization = Optimization.valueOf(arguments[1]);
        int passed = 0;
        int failed = 0;
        Map<String, Integer> skipped = new TreeMap<>();
        try (SpecSuite suite = SpecSuite.open().orElseThrow()) {
            List<String> scripts = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
            Path work = Files.createTempDirectory("spec");
            SpecRunner runner = new SpecRunner(suite, platform, work);
            for (String script : scripts.isEmpty() ? suite.scripts() : scripts) {
                SpecRunner.Outcome outcome = runner.run(script, optimization);
                passed += outcome.passed();
                failed += outcome.failures().size();
                outcome.skipped().forEach((reason, count) -> skipped.merge(reason, count, Integer::sum));
                outcome.failures().forEach(failure -> System.out.println(script + ": " + failure));
            }
        }
        skipped.forEach((reason, count) -> System.out.println(count + " skipped: " + reason));
        System.out.println(passed + " passed, " + failed + " failed, " + skipped.values().stream().mapToInt(i -> i).sum() + " skipped");
    }
}
