// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalProgramTest {

    private static final Path SCRIPT = Path.of(System.getProperty("thingspire.home"), "releng/launch/packages.sh");

    /** Node.js comes from many places; the script looks for the program instead. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NODE")
    void thePackagesThatHaveItAreInstalledWithTheCheckout(ExternalProgram program) throws IOException {
        String script = Files.readString(SCRIPT);
        String packages = script.substring(script.indexOf("PACKAGES=\"") + "PACKAGES=\"".length()).split("\"", 2)[0];

        assertThat(List.of(packages.split("\\s+"))).contains(program.debianPackage().split(" "));
    }
}
