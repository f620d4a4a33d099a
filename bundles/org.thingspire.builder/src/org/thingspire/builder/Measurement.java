// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.image.ImageSize;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.size.MeasuredImage;
import org.thingspire.builder.step.CodeIdentity;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.topology.fit.FitCheck;
import org.thingspire.topology.fit.FitRule;
import org.thingspire.topology.fit.Measured;
import org.thingspire.topology.fit.ModuleNeeds;
import org.thingspire.topology.rule.MemorySizes;

/** What a build finds out about sizes: leaves it in the build folder, and warns of what does not fit before an image is linked. */
record Measurement(Project project, Profile profile) {

    /** @return warnings */
    List<Problem> modules(Map<String, ModuleInterface> interfaces) {
        Map<String, ModuleNeeds> needs = interfaces.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                module -> needs(module.getValue()), (one, other) -> one, TreeMap::new));
        Path folder = project.buildFolder(profile);
        try {
            Measured.writeModules(folder, needs);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write into " + folder + ": " + IoReason.of(e), e);
        }
        Measured measured = new Measured(needs, Measured.read(folder).images());
        return FitCheck.check(project.topology(), new FitRule(project.topology().topology(), project.boards(), measured));
    }

    private static ModuleNeeds needs(ModuleInterface module) {
        return new ModuleNeeds(module.memory().map(memory -> memory.initialPages() * MemorySizes.PAGE).orElse(0L),
                module.imports().stream().map(ModuleInterface.Import::module).collect(Collectors.toSet()));
    }

    static void image(Image image, Path nodeFolder) throws InterruptedException {
        String inputs = new Fingerprint().add(CodeIdentity.of(ImageSize.class)).addFile(image.elf()).addFile(image.map()).hex();
        new Step(Measured.sizesIn(nodeFolder)).run(inputs, output -> {
            Files.writeString(output, Measured.toText(MeasuredImage.of(image.board().name(), ImageSize.of(image))));
            return List.of();
        });
    }
}
