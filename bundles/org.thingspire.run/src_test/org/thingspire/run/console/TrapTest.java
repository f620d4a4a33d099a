// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.run.Programs;
import org.thingspire.run.console.Trap.SourcePlace;

class TrapTest {

    @Test
    void reportNamesFunctionAndLineWhereTheyAreKnown() {
        Trap trap = Trap.parse("trap: integer divide by zero at 0x00001f3a in control").orElseThrow();
        assertThat(trap.address()).isEqualTo(0x1f3a);
        assertThat(trap).hasToString("trap: integer divide by zero at 0x00001f3a in control");
        assertThat(trap.at(new SourcePlace("update", "modules/control.c", 31)))
                .hasToString("trap: integer divide by zero in control.update (control.c:31)");
    }

    @Test
    void detailStaysWithTheReason() {
        Trap trap = Trap.parse("trap: peer did not answer (history.record on gateway) at 0x0000000000401f3a in control").orElseThrow();
        assertThat(trap.reason()).isEqualTo("peer did not answer");
        assertThat(trap.detail()).isEqualTo("history.record on gateway");
        assertThat(trap.at(new SourcePlace("update", "control.c", 9)))
                .hasToString("trap: peer did not answer (history.record on gateway) in control.update (control.c:9)");
    }

    @Test
    void whatModulesPrintIsNoTrap() {
        assertThat(Trap.parse("the trap: closed at 0x10 in control")).isEmpty();
        assertThat(Trap.parse("trap: shut")).isEmpty();
        assertThat(Trap.parse("trap: shut at 0x12345678123456789 in control")).isEmpty();
    }

    @Test
    void addressWithoutDebugInformationStaysAnAddress(@TempDir Path folder) throws Exception {
        Programs programs = new Programs(folder);
        Trap trap = new Trap("unreachable", "", 0x00ffff00, "control", Optional.empty());
        try (TrapSymbolizer symbolizer = new TrapSymbolizer(programs.symbolizer(), programs.device("controller").elf())) {
            assertThat(symbolizer.locate(trap)).hasToString("trap: unreachable at 0x00ffff00 in control");
        }
    }

    @Test
    void missingSymbolizerLosesNoTrap(@TempDir Path folder) {
        Trap trap = new Trap("unreachable", "", 0x10, "control", Optional.empty());
        try (TrapSymbolizer symbolizer = new TrapSymbolizer(folder.resolve("nothing"), folder.resolve("nothing.elf"))) {
            assertThat(symbolizer.locate(trap)).isEqualTo(trap);
        }
    }
}
