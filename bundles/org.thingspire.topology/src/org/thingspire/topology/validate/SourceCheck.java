// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** The sources of every module are there, and of a kind that can be compiled. */
final class SourceCheck implements Check {

    private static final List<String> ENDINGS = List.of(".c", ".wat", ".wasm");

    @Override
    public void run(TopologyFile file, Findings findings) {
        for (Module module : file.topology().getModules()) {
            if (module.getSource() != null && !module.getSource().isBlank()) {
                check(file, module, Literals.MODULE__SOURCE, module.getSource(), ENDINGS, findings);
            }
            checkExtraSources(file, module, findings);
        }
    }

    private static void checkExtraSources(TopologyFile file, Module module, Findings findings) {
        if (!module.getExtraSources().isEmpty() && module.getSource() != null && !module.getSource().endsWith(".c")) {
            findings.error(module, Literals.MODULE__EXTRA_SOURCES,
                    Labels.of(module) + " has extra sources, but its source " + module.getSource() + " is not C",
                    "Remove the extra sources, or make the source a .c file.");
        }
        Set<Path> named = new HashSet<>();
        if (module.getSource() != null) {
            named.add(file.resolve(module.getSource()).normalize());
        }
        for (String source : module.getExtraSources()) {
            if (!named.add(file.resolve(source).normalize())) {
                findings.error(module, Literals.MODULE__EXTRA_SOURCES, Labels.of(module) + " has " + source + " twice",
                        "Remove one of the two.");
            }
            check(file, module, Literals.MODULE__EXTRA_SOURCES, source, List.of(".c"), findings);
        }
    }

    private static void check(TopologyFile file, Module module, EStructuralFeature feature, String source, List<String> endings,
            Findings findings) {
        if (endings.stream().noneMatch(source::endsWith)) {
            findings.error(module, feature, Labels.of(module) + " can not be compiled from " + source,
                    "Use a file that ends in " + String.join(", ", endings) + ".");
        } else {
            new ProjectFile(file, module, feature, source).isThere(findings);
        }
    }
}
