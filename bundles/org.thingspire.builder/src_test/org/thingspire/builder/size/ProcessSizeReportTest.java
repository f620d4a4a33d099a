// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.builder.size.ElfFile.Section;
import org.thingspire.builder.size.LinkFixture.Linked;
import org.thingspire.builder.size.Owner.Kind;

/** Images for Linux, which have no memory regions. */
class ProcessSizeReportTest {

    private static final Path LIBC = Path.of("/usr/lib/x86_64-linux-gnu");

    @TempDir
    private Path folder;
    private LinkFixture fixture;
    private SampleImage sample;

    @BeforeEach
    void prepare() {
        fixture = new LinkFixture(folder, LinkFixture.LINUX);
        sample = new SampleImage(fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-static", "-static --gc-sections", "-static -O0", "-static -z separate-code", "-static -z noseparate-code",
            "-static --no-rosegment", "-static -z norelro", "-dynamic-linker /lib/ld.so words.so", "--build-id=sha1",
            "--eh-frame-hdr"})
    void sumsAreWhatSectionsAndHeadersTake(String options) throws Exception {
        fixture.link(fixture.compile("words", "int words(int n) { return n; }", "-fPIC"), "-shared", "-soname=words.so").elf().toFile()
                .renameTo(folder.resolve("words.so").toFile());

        Linked image = link(sample.inputs(), options.split(" "));

        assertCovered(image, report(image));
    }

    @Test
    void showsModulesAsOnTheBoard() throws Exception {
        SizeReport report = report(link(sample.inputs(), "-static"));

        assertThat(row(report, Kind.MODULE, "control")).returns((long) SampleImage.CONTROL_MEMORY, SizeRow::memory);
        assertThat(row(report, Kind.MODULE, "probe")).returns(42L, SizeRow::memory).returns(42L, SizeRow::initial);
        assertThat(row(report, Kind.STACK, "tick").ram()).isEqualTo(SampleImage.TICK_STACK);
        assertThat(row(report, Kind.LINKER, "ELF headers").flash()).isEqualTo(64 + 56 * elf().segments().size());
        assertThat(report.flashSize()).isEmpty();
    }

    @Test
    void countsThreadLocalStorageOnceInTheFileAndNotInMemory() throws Exception {
        String source = "__thread int a = 5; __thread char b[100]; int step(int n) { a += n; return b[n] = a; }";
        List<Path> inputs = new ArrayList<>(sample.inputs());
        inputs.add(0, fixture.compile("sched_step", source));

        Linked image = link(inputs, "-static");

        assertCovered(image, report(image));
        assertThat(row(report(image), Kind.LIBRARY, "sched_step.o")).returns(4L, SizeRow::initial).returns(0L, SizeRow::zeroed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-static", "-dynamic-linker /lib64/ld-linux-x86-64.so.2 --gc-sections"})
    void coversTheWholeCLibrary(String options) throws Exception {
        assumeTrue(Files.exists(LIBC.resolve("crt1.o")), "the C library's development files are not installed");
        List<Path> inputs = new ArrayList<>(List.of(LIBC.resolve("crt1.o"), LIBC.resolve("crti.o")));
        inputs.add(fixture.compile("probe", "int printf(const char *, ...); int main(void) { return printf(\"%f\", 1.5); }"));

        List<Object> arguments = new ArrayList<>(List.of((Object[]) options.split(" ")));
        arguments.addAll(inputs);
        arguments.addAll(List.of("-L" + LIBC, "--unresolved-symbols=ignore-all", "-lc", "-lm", LIBC.resolve("crtn.o")));
        Linked image = fixture.link(arguments.toArray());

        SizeReport report = report(image);
        assertCovered(image, report);
        assertThat(row(report, Kind.LIBRARY, "crt1.o").code()).isPositive();
        if (options.equals("-static")) {
            assertThat(report.rows().getFirst().owner()).isEqualTo(new Owner(Kind.LIBRARY, "libc"));
        }
    }

    private Linked link(List<Path> inputs, String... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("-e", "_start", "-u", "_start"));
        arguments.addAll(inputs);
        arguments.addAll(List.of(options));
        return fixture.link(arguments.toArray());
    }

    private ElfFile elf() throws Exception {
        return ElfFile.read(folder.resolve("image.elf"));
    }

    /** What a row says against a count of section headers that knows nothing of segments, owners and the map. */
    private static void assertCovered(Linked image, SizeReport report) throws Exception {
        List<Section> sections = image.readElf().residentSections();
        long inFile = sections.stream().filter(section -> !section.isZeroed()).mapToLong(Section::size).sum();
        long writable = sections.stream().filter(Section::isWritable).mapToLong(Section::size).sum();
        long aroundFlash = report.rows().stream().filter(ProcessSizeReportTest::isAround).mapToLong(SizeRow::flash).sum();
        long aroundRam = report.rows().stream().filter(ProcessSizeReportTest::isAround).mapToLong(SizeRow::ram).sum();

        assertThat(report.rows().stream().mapToLong(SizeRow::flash).sum() - aroundFlash).isEqualTo(inFile);
        assertThat(report.rows().stream().mapToLong(SizeRow::ram).sum() - aroundRam).isEqualTo(writable);
        assertThat(aroundFlash).isLessThan(4096);
    }

    private static boolean isAround(SizeRow row) {
        return Set.of(Owner.HEADERS, Owner.SECTION_ALIGNMENT, Owner.FREE).contains(row.owner());
    }

    private static SizeReport report(Linked image) throws Exception {
        assertThat(image.exitCode()).as(image.output()).isZero();
        return SizeReport.of(image.readElf(), image.readMap(), ImageRegions.process(), SampleImage.RULES);
    }

    private static SizeRow row(SizeReport report, Kind kind, String name) {
        return report.rows().stream().filter(row -> row.owner().equals(new Owner(kind, name))).findFirst().orElseThrow();
    }
}
