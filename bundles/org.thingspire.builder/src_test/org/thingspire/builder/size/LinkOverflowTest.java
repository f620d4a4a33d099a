// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.size.ImageRegions.Region;
import org.thingspire.builder.size.LinkFixture.Linked;
import org.thingspire.builder.size.Owner.Kind;
import org.thingspire.builder.size.RegionUse.Taker;

class LinkOverflowTest {

    @TempDir
    private Path folder;
    private SampleImage sample;
    private List<Path> inputs;

    @BeforeEach
    void compile() throws Exception {
        sample = new SampleImage(new LinkFixture(folder, LinkFixture.CORTEX_M));
        inputs = sample.inputs();
    }

    @Test
    void tellsHowMuchIsMissing() throws Exception {
        Linked fitting = sample.link(sample.script(SampleImage.FLASH, SampleImage.RAM), inputs);
        ElfTotals needed = ElfTotals.of(fitting.readElf(), SampleImage.BOARD);
        Files.delete(fitting.elf());
        Region flash = new Region("FLASH", 0, 128);
        Region ram = new Region("RAM", 0x2000_0000, 4096);

        Linked failed = sample.link(sample.script(flash, ram), inputs);

        assertThat(failed.elf()).doesNotExist();
        assertThat(LinkOverflow.parse(failed.output())).containsExactly(new LinkOverflow("FLASH", needed.flash() - 128),
                new LinkOverflow("RAM", needed.ram() - 4096));
    }

    @Test
    void tellsWhoTakesMost() throws Exception {
        ImageRegions board = ImageRegions.board(SampleImage.FLASH, new Region("RAM", 0x2000_0000, 4096));
        Linked failed = sample.link(sample.script(board.flash().getFirst(), board.ram().getFirst()), inputs);
        LinkOverflow overflow = LinkOverflow.parse(failed.output()).getFirst();

        RegionUse use = RegionUse.of(overflow.region(), failed.readMap(), board, SampleImage.RULES);

        assertThat(use.takers()).startsWith(
                new Taker(new Owner(Kind.MODULE, "control"), SampleImage.CONTROL_MEMORY + 12),
                new Taker(new Owner(Kind.STACK, "tick"), SampleImage.TICK_STACK),
                new Taker(new Owner(Kind.STACK, "main"), SampleImage.MAIN_STACK),
                new Taker(new Owner(Kind.STACK, "serve"), SampleImage.SERVE_STACK));
        assertThat(overflow.message(use, 2)).isEqualTo("RAM is too small by " + overflow.bytes()
                + " bytes: it has 4096, module control takes 8204, stack tick 2048");
    }

    @Test
    void agreesWithTheReportOfAnImageThatFits() throws Exception {
        Linked image = sample.link(sample.script(SampleImage.FLASH, SampleImage.RAM), inputs);
        SizeReport report = SizeReport.of(image.readElf(), image.readMap(), SampleImage.BOARD, SampleImage.RULES);

        List<Taker> flash = RegionUse.of("FLASH", image.readMap(), SampleImage.BOARD, SampleImage.RULES).takers();
        List<Taker> ram = RegionUse.of("RAM", image.readMap(), SampleImage.BOARD, SampleImage.RULES).takers();

        for (SizeRow row : report.rows()) {
            if (!row.owner().equals(Owner.SECTION_ALIGNMENT)) {
                assertThat(bytes(flash, row.owner())).as(row.owner().label()).isEqualTo(row.flash());
                assertThat(bytes(ram, row.owner())).as(row.owner().label()).isEqualTo(row.ram());
            }
        }
        assertThat(flash).extracting(Taker::owner).isSubsetOf(report.rows().stream().map(SizeRow::owner).toList());
    }

    @Test
    void findsNothingInOtherErrors() {
        assertThat(LinkOverflow.parse("ld.lld: error: undefined symbol: control.import.thingspire:host/log.write")).isEmpty();
    }

    @Test
    void refusesRegionThatTheBoardDoesNotHave() throws Exception {
        LinkMap map = sample.link(sample.script(SampleImage.FLASH, SampleImage.RAM), inputs).readMap();

        assertThatThrownBy(() -> RegionUse.of("CCM", map, SampleImage.BOARD, SampleImage.RULES))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CCM");
    }

    private static long bytes(List<Taker> takers, Owner owner) {
        return takers.stream().filter(taker -> taker.owner().equals(owner)).mapToLong(Taker::bytes).sum();
    }
}
