// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Holds what CONTRIBUTING says about arrows: between bundles they point one way, and between the core's packages there are no cycles. */
class DependencyRuleTest {

    /** A bundle uses only bundles that stand after it. */
    private static final List<String> BUNDLES = List.of("org.thingspire.ui.topology", "org.thingspire.ui", "org.thingspire.ide.debug",
            "org.thingspire.ide", "org.thingspire.runtime", "org.thingspire.cli", "org.thingspire.debug", "org.thingspire.spec",
            "org.thingspire.bench", "org.thingspire.run", "org.thingspire.builder", "org.thingspire.aot", "org.thingspire.wit",
            "org.thingspire.topology", "org.thingspire.board", "org.thingspire.problem",
            "org.thingspire.wasm", "org.thingspire.llvm", "org.thingspire.gef.compat", "org.thingspire.branding");

    /** EMF writes these, with arrows both ways between interfaces, implementation and switches. */
    private static final List<String> GENERATED = List.of(".impl", ".util");

    private static final JavaClasses CORE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.thingspire");

    @Test
    void arrowsBetweenBundlesPointOneWay() throws IOException {
        for (String bundle : BUNDLES) {
            List<String> after = BUNDLES.subList(BUNDLES.indexOf(bundle) + 1, BUNDLES.size());
            assertThat(usedBundles(bundle)).as("bundles that %s uses", bundle).isSubsetOf(after);
        }
    }

    @Test
    void everyBundleHasItsPlaceInTheOrder() throws IOException {
        try (Stream<Path> folders = Files.list(bundles())) {
            List<String> there = folders.filter(folder -> Files.exists(manifest(folder))).map(folder -> folder.getFileName().toString()).toList();
            assertThat(there).containsExactlyInAnyOrderElementsOf(BUNDLES);
        }
    }

    @Test
    void theCoreKnowsNothingOfEclipseButEmf() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.osgi..", "org.eclipse.core..", "org.eclipse.ui..",
                "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.debug..", "org.eclipse.gef..", "org.eclipse.draw2d..").check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        Map<String, Set<String>> arrows = packageArrows();
        Set<String> cycles = new TreeSet<>();
        arrows.forEach((from, targets) -> targets.stream().filter(to -> reachable(to, arrows).contains(from))
                .forEach(to -> cycles.add(shortName(from) + " -> " + shortName(to))));
        assertThat(cycles).isEmpty();
    }

    private static Map<String, Set<String>> packageArrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : CORE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = room(type);
                String to = room(dependency.getTargetClass());
                if (to.startsWith("org.thingspire") && !from.equals(to)) {
                    arrows.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
                }
            }
        }
        return arrows;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return GENERATED.stream().filter(name::endsWith).findFirst().map(end -> name.substring(0, name.length() - end.length())).orElse(name);
    }

    private static String shortName(String name) {
        return name.substring("org.thingspire.".length());
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> arrows) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private static Set<String> usedBundles(String bundle) throws IOException {
        try (InputStream stream = Files.newInputStream(manifest(bundles().resolve(bundle)))) {
            Attributes headers = new Manifest(stream).getMainAttributes();
            Stream<String> required = names(headers, "Require-Bundle");
            Stream<String> imported = names(headers, "Import-Package").map(DependencyRuleTest::bundleOf);
            return Stream.concat(required, imported).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The names of ours in a header, without their attributes. */
    private static Stream<String> names(Attributes headers, String header) {
        return Optional.ofNullable(headers.getValue(header)).stream().flatMap(value -> Stream.of(value.split(",")))
                .map(clause -> clause.split(";")[0].trim()).filter(name -> name.startsWith("org.thingspire."));
    }

    private static String bundleOf(String name) {
        return BUNDLES.stream().filter(bundle -> (name + ".").startsWith(bundle + ".")).max(Comparator.comparing(String::length)).orElse(name);
    }

    private static Path bundles() {
        return Path.of(System.getProperty("thingspire.home"), "bundles");
    }

    private static Path manifest(Path bundle) {
        return bundle.resolve("META-INF").resolve("MANIFEST.MF");
    }
}
