// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.fit.ImageSizes.Bytes;

/** What a build leaves in its folder, and who asks later. */
class MeasuredTest {

    private static final Map<String, ModuleNeeds> MODULES = Map.of("probe", new ModuleNeeds(65536, Set.of("thingspire:host/sensor")));
    private static final ImageSizes SIZES =
            new ImageSizes("small", new Bytes(3000, 2000), Map.of("probe", new Bytes(100, 10)), Map.of("main", 1024L), 512);

    @TempDir
    private Path folder;
    private Path sizes;

    @BeforeEach
    void build() throws IOException {
        Measured.writeModules(folder, MODULES);
        sizes = Measured.sizesIn(Files.createDirectories(folder.resolve("nodes/controller")));
        Files.writeString(sizes, Measured.toText(SIZES));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Measured.read(folder)).isEqualTo(new Measured(MODULES, Map.of("controller", SIZES)));
    }

    @Test
    void isNothingBeforeTheFirstBuild() {
        assertThat(Measured.read(folder.resolve("nowhere"))).isEqualTo(Measured.NOTHING);
    }

    @Test
    void isUnknownWhereAFileIsDamaged() throws IOException {
        for (String damaged : new String[] {"", "{", "{}", "[]", "{\"board\": \"small\"}"}) {
            Files.writeString(sizes, damaged);

            assertThat(Measured.read(folder)).as(damaged).isEqualTo(new Measured(MODULES, Map.of()));
        }
    }
}
