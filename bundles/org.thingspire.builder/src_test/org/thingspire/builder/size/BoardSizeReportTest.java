// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.builder.size.ImageRegions.Region;
import org.thingspire.builder.size.LinkFixture.Linked;
import org.thingspire.builder.size.Owner.Kind;

/** Images with memory regions, where lld itself can say how much of each is used. */
class BoardSizeReportTest {

    private static final Pattern USAGE = Pattern.compile("(\\w+): +(\\d+) (B|KB|MB) ");

    @TempDir
    private Path folder;
    private LinkFixture fixture;
    private SampleImage sample;

    @BeforeEach
    void prepare() {
        fixture = new LinkFixture(folder, LinkFixture.CORTEX_M);
        sample = new SampleImage(fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--gc-sections", "--no-gc-sections", "-O0", "-O2", "--icf=all", "--sort-section=alignment", "-N",
            "--orphan-handling=place", "-z,separate-code", "--no-demangle"})
    void sumsAreWhatTheLinkerCounts(String option) throws Exception {
        Linked image = sample.forBoard((Object[]) ("--print-memory-usage," + option).split(","));

        SizeReport report = report(image);

        assertThat(flash(report)).isEqualTo(used(image, "FLASH"));
        assertThat(ram(report)).isEqualTo(used(image, "RAM"));
        assertThat(report.totals()).returns(flash(report), ElfTotals::flash).returns(ram(report), ElfTotals::ram);
    }

    @Test
    void sumsAreWhatSectionHeadersSayAndAlignmentBetween() throws Exception {
        Linked image = sample.forBoard();

        SizeReport report = report(image);

        List<ElfFile.Section> sections = image.readElf().residentSections();
        long inRam = sections.stream().filter(section -> section.address() >= SampleImage.RAM.start())
                .mapToLong(ElfFile.Section::size).sum();
        SizeRow between = row(report, Kind.LINKER, "alignment between sections");
        assertThat(between.ram()).isPositive();
        assertThat(ram(report)).isEqualTo(inRam + between.ram());
    }

    @Test
    void showsLinearMemoryApart() throws Exception {
        SizeReport report = report(sample.forBoard());

        SizeRow control = row(report, Kind.MODULE, "control");
        assertThat(control.memory()).isEqualTo(SampleImage.CONTROL_MEMORY);
        assertThat(control.data()).as("an int and a pointer").isEqualTo(8);
        assertThat(control.zeroed()).as("common").isEqualTo(4);
        assertThat(control.code()).isPositive();
        assertThat(control.initial()).isEqualTo(8);
    }

    @Test
    void countsInitialValuesOfMemoryAsFlash() throws Exception {
        SizeReport report = report(sample.forBoard());

        SizeRow probe = row(report, Kind.MODULE, "probe");
        assertThat(probe).returns(42L, SizeRow::memory).returns(42L, SizeRow::initial).returns(0L, SizeRow::data)
                .returns(6L, SizeRow::constants).returns(1L, SizeRow::zeroed);
        assertThat(probe.flash()).isEqualTo(probe.code() + 6 + 42);
    }

    @Test
    void namesEachStack() throws Exception {
        SizeReport report = report(sample.forBoard());

        assertThat(row(report, Kind.STACK, "tick").ram()).isEqualTo(SampleImage.TICK_STACK);
        assertThat(row(report, Kind.STACK, "serve").ram()).isEqualTo(SampleImage.SERVE_STACK);
        assertThat(row(report, Kind.STACK, "main").ram()).isEqualTo(SampleImage.MAIN_STACK);
        assertThat(row(report, Kind.STACK, "handler").ram()).isEqualTo(64);
        assertThat(row(report, Kind.STACK, "sched_step").ram()).as("has no name").isEqualTo(SampleImage.LONE_STACK);
        assertThat(row(report, Kind.WIRING, "wiring")).returns(0L, SizeRow::ram).satisfies(row -> assertThat(row.code()).isPositive());
    }

    @Test
    void splitsTheRuntimeByFolder() throws Exception {
        SizeReport report = report(sample.forBoard());

        assertThat(row(report, Kind.RUNTIME, "kernel").code()).isPositive();
        assertThat(row(report, Kind.RUNTIME, "sched").zeroed()).isEqualTo(4);
        SizeRow runtime = report.sum(Kind.RUNTIME);
        assertThat(runtime.flash()).isEqualTo(List.of("kernel", "sched", "arch").stream()
                .mapToLong(part -> row(report, Kind.RUNTIME, part).flash()).sum());
    }

    @Test
    void givesMergedStringsToNobody() throws Exception {
        SizeReport merged = report(sample.forBoard());
        SizeReport apart = report(sample.forBoard("-O0"));

        assertThat(row(merged, Kind.SHARED, "merged constants").constants()).isEqualTo("the same words".length() + 1);
        assertThat(flash(apart)).isGreaterThan(flash(merged) + 10);
        assertThat(row(apart, Kind.MODULE, "probe").constants()).isEqualTo(6 + "the same words".length() + 1);
    }

    @Test
    void showsUnwindTableAndScript() throws Exception {
        SizeReport report = report(sample.forBoard());

        assertThat(row(report, Kind.SHARED, "unwind table").constants() % 8).isZero();
        assertThat(row(report, Kind.LINKER, "linker script").code()).isEqualTo(4);
        assertThat(row(report, Kind.LINKER, "alignment in sections").flash()).isPositive();
    }

    @Test
    void takesLibrariesFromOtherArchives() throws Exception {
        List<Path> inputs = sample.inputs();
        Path divide = fixture.compile("_divide", "int step(int n) { return n / 7; }");
        Path start = fixture.compile("crt1", "int wiring(int); void _start(void) { wiring(1); }");
        Path script = sample.script(SampleImage.FLASH, SampleImage.RAM);

        SizeReport report = report(sample.link(script, List.of(start, inputs.get(0), inputs.get(1), inputs.get(2),
                fixture.archive("libgcc.a", divide), inputs.get(3))));

        assertThat(row(report, Kind.LIBRARY, "libgcc").code()).isPositive();
        assertThat(row(report, Kind.LIBRARY, "crt1.o").code()).isPositive();
    }

    @Test
    void tellsWhatTheScriptLeavesFreeFromAlignment() throws Exception {
        Path script = fixture.script("far.ld", """
            MEMORY { FLASH (rx) : ORIGIN = 0, LENGTH = 64K  RAM (rwx) : ORIGIN = 0x20000000, LENGTH = 32K }
            SECTIONS {
              .text : { *(.text* .rodata*) } > FLASH
              .ARM.exidx : { *(.ARM.exidx*) } > FLASH
              .data : { *(.data*) } > RAM AT> FLASH
              .bss (NOLOAD) : { *(.bss* COMMON) bss_end = .; } > RAM
              .pool 0x20007000 (NOLOAD) : { . += 0x100; } > RAM
              .stack 0x20007c00 (NOLOAD) : { . += 0x400; } > RAM
            }
            """);

        Linked image = sample.link(script, sample.inputs());

        SizeReport report = report(image);
        long end = image.readElf().symbols().stream().filter(symbol -> symbol.name().equals("bss_end")).findFirst().orElseThrow().value();
        assertThat(row(report, Kind.LINKER, "left free between sections").ram()).isEqualTo(0x20007c00 - end - 0x100);
        assertThat(row(report, Kind.LINKER, "linker script").ram()).isEqualTo(0x100);
        assertThat(row(report, Kind.STACK, "main").ram()).isEqualTo(0x400);
        assertThat(ram(report)).isEqualTo(SampleImage.RAM.size());
    }

    @Test
    void refusesSectionsThatTheLinkerLeftOutOfTheSegments() throws Exception {
        Path script = fixture.script("backwards.ld", """
            MEMORY { FLASH (rx) : ORIGIN = 0, LENGTH = 64K  RAM (rwx) : ORIGIN = 0x20000000, LENGTH = 32K }
            SECTIONS {
              .text : { *(.text* .rodata*) } > FLASH
              .ARM.exidx : { *(.ARM.exidx*) } > FLASH
              .data : { *(.data*) } > RAM AT> FLASH
              .bss (NOLOAD) : { *(.bss* COMMON) } > RAM
              .stack 0x20007c00 (NOLOAD) : { . += 0x400; } > RAM
              .pool 0x20007000 (NOLOAD) : { . += 0x100; } > RAM
            }
            """);

        Linked image = sample.link(script, sample.inputs());

        assertThatThrownBy(() -> report(image)).isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("section .stack is in no segment");
    }

    @Test
    void refusesMapOfAnotherLink() throws Exception {
        LinkMap before = sample.forBoard().readMap();
        ElfFile after = sample.forBoard("--no-gc-sections", "-O0").readElf();

        assertThatThrownBy(() -> SizeReport.of(after, before, SampleImage.BOARD, SampleImage.RULES))
                .isInstanceOf(DamagedFileException.class).hasMessageContaining("different links");
    }

    @Test
    void refusesImageOutsideOfTheBoardsMemory() throws Exception {
        Linked image = sample.forBoard();
        ImageRegions elsewhere = ImageRegions.board(SampleImage.FLASH, new Region("RAM", 0x1000_0000, 1024));

        assertThatThrownBy(() -> SizeReport.of(image.readElf(), image.readMap(), elsewhere, SampleImage.RULES))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0x20000000")
                .hasMessageEndingWith("is outside of the board's memories");
    }

    @Test
    void everyOwnerHasOneRowAndAllHaveBytes() throws Exception {
        SizeReport report = report(sample.forBoard());

        assertThat(report.rows()).extracting(SizeRow::owner).doesNotHaveDuplicates();
        assertThat(report.rows()).allMatch(row -> row.flash() + row.ram() > 0);
        assertThat(report.rows().stream().map(row -> row.owner().kind())).containsAll(Set.of(Kind.MODULE, Kind.STACK, Kind.WIRING,
                Kind.RUNTIME, Kind.SHARED, Kind.LINKER));
    }

    private static SizeReport report(Linked image) throws Exception {
        assertThat(image.exitCode()).as(image.output()).isZero();
        return SizeReport.of(image.readElf(), image.readMap(), SampleImage.BOARD, SampleImage.RULES);
    }

    /** What {@code --print-memory-usage} printed; lld has no other unit if a size is a multiple of it. */
    private static long used(Linked image, String region) {
        Matcher usage = USAGE.matcher(image.output());
        while (usage.find()) {
            if (usage.group(1).equals(region)) {
                long unit = switch (usage.group(3)) {
                    case "KB" -> 1024;
                    case "MB" -> 1024 * 1024;
                    default -> 1;
                };
                return unit * Long.parseLong(usage.group(2));
            }
        }
        throw new AssertionError("no usage of " + region + " in " + image.output());
    }

    private static long flash(SizeReport report) {
        return report.rows().stream().mapToLong(SizeRow::flash).sum();
    }

    private static long ram(SizeReport report) {
        return report.rows().stream().mapToLong(SizeRow::ram).sum();
    }

    private static SizeRow row(SizeReport report, Kind kind, String name) {
        return report.rows().stream().filter(row -> row.owner().equals(new Owner(kind, name))).findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name + " in\n" + String.join("\n", new SizeTable(report).lines())));
    }
}
