// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.thingspire.builder.size.LinkMap.Command;
import org.thingspire.builder.size.LinkMap.Input;
import org.thingspire.builder.size.LinkMap.MapSymbol;
import org.thingspire.builder.size.LinkMap.OutputSection;

class LinkMapTest {

    private static final Path FILE = Path.of("node.map");
    private static final String HEADER = "     VMA      LMA     Size Align Out     In      Symbol";

    @Test
    void readsInputsOfObjectsArchivesAndTheLinker() throws Exception {
        OutputSection text = parse("""
                   0        0       4c     4 .text
                   0        0       2a     4         build/my node/control.o:(.text.f3)
                   0        0        0     1                 $t
                   1        1       2a     1                 control.f3
                  2c       2c       18     4         lib (new)/libthingspire.a(kernel_invocation.o):(.text.ts_gate_call)
                  44       44        8     1         <internal>:(.text.thunk)
            """).getFirst();

        assertThat(text).returns(".text", OutputSection::name).returns(0x4cL, OutputSection::size);
        assertThat(text.pieces()).containsExactly(
                new Input(0, 0x2a, "", "build/my node/control.o", ".text.f3",
                        List.of(new MapSymbol("$t", 0, 0), new MapSymbol("control.f3", 1, 0x2a))),
                new Input(0x2c, 0x18, "lib (new)/libthingspire.a", "kernel_invocation.o", ".text.ts_gate_call", List.of()),
                new Input(0x44, 8, "", "<internal>", ".text.thunk", List.of()));
    }

    @Test
    void readsScriptCommandsInAndBetweenSections() throws Exception {
        List<OutputSection> sections = parse("""
                   0        0        0     1 HIDDEN(flash_start = 0)
            20000000      f58       18     8 .data
            20000000      f58        0     1         data_start = .
            20000000      f58        4     1         LONG(0x20001000)
            20000004      f5c       14     1         . += 20
            20000018      f70        0     1 data_load = LOADADDR(.data)
            20000018 20000018       18     1 . = ALIGN(64)
            20000040 20000040        8     8 .bss
            """);

        assertThat(sections).extracting(OutputSection::name).containsExactly(".data", ".bss");
        assertThat(sections.getFirst().loadAddress()).isEqualTo(0xf58);
        assertThat(sections.getFirst().pieces()).containsExactly(new Command(0x2000_0000, 0, "data_start = ."),
                new Command(0x2000_0000, 4, "LONG(0x20001000)"), new Command(0x2000_0004, 20, ". += 20"));
    }

    @Test
    void namesTheLineThatItCannotRead() {
        assertThatThrownBy(() -> parse("""
                   0        0       4c     4 .text
                   0        0       2a
            """)).isInstanceOf(DamagedFileException.class)
                .hasMessage("node.map: line 3 is not one of a map of ld.lld: 0        0       2a");
    }

    @Test
    void refusesMapsOfOtherLinkers() {
        assertThatThrownBy(() -> new LinkMapParser(FILE).parse(List.of("Archive member included to satisfy reference by file")))
                .isInstanceOf(DamagedFileException.class).hasMessage("node.map: is not a map of ld.lld");
        assertThatThrownBy(() -> new LinkMapParser(FILE).parse(List.of())).isInstanceOf(DamagedFileException.class);
    }

    private static List<OutputSection> parse(String lines) throws DamagedFileException {
        return new LinkMapParser(FILE).parse((HEADER + "\n" + lines).lines().toList()).sections();
    }
}
