// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.size.ElfFile.Section;
import org.thingspire.builder.size.ElfFile.Symbol;

class ElfFileTest {

    @TempDir
    private Path folder;
    private Path elf;
    private byte[] bytes;

    @BeforeEach
    void linkSample() throws Exception {
        elf = new SampleImage(new LinkFixture(folder, LinkFixture.CORTEX_M)).forBoard().elf();
        bytes = Files.readAllBytes(elf);
    }

    @Test
    void readsSectionsOf32Bits() throws Exception {
        ElfFile file = ElfFile.read(elf);

        assertThat(file.wide()).isFalse();
        assertThat(file.headerSize()).isEqualTo(52 + 32L * file.segments().size());
        assertThat(section(file, ".text")).returns(0L, Section::address).returns(true, Section::isExecutable);
        assertThat(section(file, ".handler_stack")).returns(0x2000_0000L, Section::address).returns(true, Section::isZeroed);
        assertThat(section(file, ".data")).returns(true, Section::isWritable).returns(false, Section::isZeroed);
        assertThat(section(file, ".stack")).returns((long) SampleImage.MAIN_STACK, Section::size).returns(true, Section::isZeroed);
    }

    @Test
    void readsSymbolsWithTheirSections() throws Exception {
        ElfFile file = ElfFile.read(elf);

        Symbol memory = file.symbols().stream().filter(symbol -> symbol.name().equals("control.memory")).findFirst().orElseThrow();

        assertThat(memory.size()).isEqualTo(SampleImage.CONTROL_MEMORY);
        assertThat(file.sections().get(memory.section()).name()).isEqualTo(".bss");
    }

    @Test
    void readsLoadAddressesOfSegments() throws Exception {
        ElfFile file = ElfFile.read(elf);

        assertThat(file.loadedSegments()).anySatisfy(segment -> {
            assertThat(segment.address()).isEqualTo(section(file, ".data").address());
            assertThat(SampleImage.FLASH.contains(segment.loadAddress())).isTrue();
            assertThat(segment.fileSize()).isEqualTo(section(file, ".data").size());
        });
    }

    @Test
    void readsSectionsOf64Bits() throws Exception {
        LinkFixture fixture = new LinkFixture(folder, LinkFixture.LINUX);

        ElfFile file = fixture.link(fixture.compile("lone", "char text[77] = \"x\"; void _start(void) {}")).readElf();

        assertThat(file.wide()).isTrue();
        assertThat(section(file, ".data").size()).isEqualTo(77);
    }

    @Test
    void refusesWhatIsNoElfFile() throws Exception {
        Path text = Files.writeString(folder.resolve("text.elf"), "just some words in a file");

        assertThatThrownBy(() -> ElfFile.read(text)).isInstanceOf(DamagedFileException.class).hasMessage(text + ": is not an ELF file");
    }

    @Test
    void refusesBigEndian() throws Exception {
        bytes[5] = 2;

        assertThatThrownBy(this::readAgain).isInstanceOf(DamagedFileException.class).hasMessageEndingWith("is not little-endian");
    }

    @Test
    void refusesFileCutOffAnywhere() throws Exception {
        byte[] whole = bytes;
        for (int length = 0; length < whole.length; length += 1 + length / 97) {
            bytes = Arrays.copyOf(whole, length);
            assertThatThrownBy(this::readAgain).as("first %d bytes", length).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void survivesAnyDamagedHeaderField() throws Exception {
        byte[] whole = bytes;
        int sectionHeaders = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        for (int at = 4; at < whole.length; at = at == 300 ? sectionHeaders : at + 1) {
            bytes = whole.clone();
            bytes[at] ^= (byte) 0xff;
            try {
                readAgain();
            } catch (DamagedFileException expected) {
                assertThat(expected).hasMessageStartingWith(elf.toString());
            }
        }
    }

    private ElfFile readAgain() throws IOException {
        return ElfFile.read(Files.write(elf, bytes));
    }

    private static Section section(ElfFile file, String name) {
        return file.sections().stream().filter(section -> section.name().equals(name)).findFirst().orElseThrow();
    }
}
