// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.Problem;
import org.thingspire.wit.WitFolder;

class CHeaderTest {

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<CHeader> headers(String content) throws IOException {
        Files.createDirectories(folder.resolve("wit"));
        Files.writeString(folder.resolve("wit/a.wit"), content);
        WitFolder.Content wit = WitFolder.read(folder);
        assertThat(wit.problems()).isEmpty();
        return CHeader.of(wit.interfaces(), problems);
    }

    private String header(String items) throws IOException {
        return headers("package house:climate;\ninterface probe {\n" + items + "\n}\n").getFirst().text();
    }

    @Test
    void aHeaderIsNamedAfterItsInterface() throws IOException {
        assertThat(headers("package big-house:climate@1.0.0; interface room-probe {}")).extracting(CHeader::fileName)
                .containsExactly("big_house_climate_room_probe_1_0_0.h");
    }

    @Test
    void aFunctionCanBeImportedAndExported() throws IOException {
        assertThat(header("/// In degrees.\nread-all: func(channel: u8, when: u64) -> f32;")).contains("""
                /* In degrees. */
                __attribute__((import_module("house:climate/probe"), import_name("read-all")))
                float probe_read_all(uint8_t channel, uint64_t when);
                __attribute__((export_name("house:climate/probe#read-all")))
                float exports_probe_read_all(uint8_t channel, uint64_t when);
                """);
    }

    @Test
    void enumsAndFlagsHaveTypesAndConstants() throws IOException {
        assertThat(header("enum level { low, very-high }\nflags doors { front, back }\ntype speed = level;\n"
                + "f: func(a: level, b: doors) -> speed;"))
                .contains("typedef uint8_t probe_level_t;", "#define PROBE_LEVEL_VERY_HIGH ((probe_level_t)(1))",
                        "#define PROBE_DOORS_BACK ((probe_doors_t)(1u << 1))", "typedef probe_level_t probe_speed_t;",
                        "probe_speed_t probe_f(probe_level_t a, probe_doors_t b);");
    }

    @Test
    void aRecordIsPassedAsItsFields() throws IOException {
        assertThat(header("record point { x: s16, y: s16 }\nrecord only { value: f64 }\nf: func(at: point, to: tuple<point, u8>) -> only;"))
                .contains("double probe_f(int16_t at_x, int16_t at_y, int16_t to_0_x, int16_t to_0_y, uint8_t to_1);");
    }

    @Test
    void wordsOfCAndEqualNamesStayDifferent() throws IOException {
        assertThat(header("record r { b: u8 }\nf: func(int: u8, a-b: u8, a: r);")).contains("(uint8_t int_, uint8_t a_b, uint8_t a_b_)");
    }

    @Test
    void typesOfOtherInterfacesAreIncluded() throws IOException {
        List<CHeader> headers = headers("""
                package house:climate;
                interface types { enum level { low } record r { l: level } }
                interface probe { use types.{r}; f: func(a: r); }
                """);

        assertThat(headers.get(1).text()).contains("#include \"house_climate_types.h\"", "void probe_f(types_level_t a_l);");
        assertThat(headers.getFirst().text()).doesNotContain("#include \"");
    }

    @Test
    void whatCanNotBePassedIsRefusedWhereItIsUsed() throws IOException {
        assertThat(header("f: func(name: string);\ng: func(a: option<u8>);\nh: func() -> result;")).contains(
                "void probe_f() __attribute__((unavailable(\"it takes a string in 'name';"
                        + " pass numbers, enums, flags, or records of these instead\")));",
                "void exports_probe_g() __attribute__((unavailable(\"it takes an option in 'a';",
                "void probe_h() __attribute__((unavailable(\"it returns a result;");
    }

    @Test
    void interfacesWithTheSameHeaderAreReported() throws IOException {
        headers("package a:b; package c:d { interface e-f {} } package c:d-e { interface f {} }");

        assertThat(problems).singleElement().asString()
                .contains("a.wit:1: error: in C, interface c:d-e/f has the same header as c:d/e-f: c_d_e_f.h");
    }

    /** What is wrong in C with a package {@code lab:one}, without the file's path. */
    private List<String> clashes(String items) throws IOException {
        headers("package lab:one;\n" + items);
        return problems.stream().map(problem -> problem.line() + ": " + problem.message()).toList();
    }

    @Test
    void twoConstantsWithOneNameAreReportedWhereTheyAreDeclared() throws IOException {
        assertThat(clashes("interface main {\nenum a { x, b-c }\nenum a-b { c, d }\n}")).containsExactly(
                "4: in C, case \"c\" of enum \"a-b\" has the name MAIN_A_B_C, and so has case \"b-c\" of enum \"a\" in line 3");
    }

    @Test
    void aTypeAndAFunctionWithOneNameAreReported() throws IOException {
        assertThat(clashes("interface main {\ntype level = u8;\nlevel-t: func();\n}")).containsExactly(
                "4: in C, function \"level-t\" has the name main_level_t, and so has type \"level\" in line 3");
    }

    @Test
    void interfacesOfOneNameAreToldApartByPackageAndVersion() throws IOException {
        assertThat(headers("package lab:one@1.0.0 { interface main { run: func(); } }"
                + "package lab:one@2.0.0 { interface main { enum e { a } run: func(e: e); } interface other { f: func(); } }"))
                .extracting(CHeader::text).satisfiesExactly(
                        first -> assertThat(first).contains("void lab_one_main_1_0_0_run(void);", "void exports_lab_one_main_1_0_0_run(void);"),
                        second -> assertThat(second).contains("void lab_one_main_2_0_0_run(lab_one_main_2_0_0_e_t e);",
                                "#define LAB_ONE_MAIN_2_0_0_E_A "),
                        third -> assertThat(third).contains("void other_f(void);"));
        assertThat(problems).isEmpty();
    }

    @Test
    void interfacesWhoseFunctionsWouldHaveOneNameAreToldApart() throws IOException {
        assertThat(headers("package lab:one; interface main { run: func(); } interface exports-main { run: func(); }"))
                .extracting(CHeader::text).satisfiesExactly(
                        main -> assertThat(main).contains("void exports_lab_one_main_run(void);"),
                        other -> assertThat(other).contains("void lab_one_exports_main_run(void);"));
        assertThat(problems).isEmpty();
    }

    @Test
    void namesOfTheLibrariesAreLeftToThem() throws IOException {
        assertThat(headers("package lab:one; interface ts { log: func(); } interface int { type least8 = u32; } interface sched { yield: func(); }"))
                .extracting(CHeader::text).satisfiesExactly(
                        ts -> assertThat(ts).contains("void lab_one_ts_log(void);"),
                        number -> assertThat(number).contains("typedef uint32_t lab_one_int_least8_t;"),
                        sched -> assertThat(sched).contains("void lab_one_sched_yield(void);"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aNameThatStaysReservedIsReported() throws IOException {
        headers("package ts:app;\ninterface ts {\nlog: func();\n}");

        assertThat(problems).singleElement().asString().contains("a.wit:3: error: in C, function \"log\" has the name ts_app_ts_log,"
                + " which belongs to thingspire.h or to the C library");
    }

    @Test
    void parametersAreNeitherTypesNorMacros() throws IOException {
        assertThat(header("f: func(int8-t: u8, b: s8, errno: u8, probe-level-t: u8);"))
                .contains("probe_f(uint8_t int8_t_, int8_t b, uint8_t errno_, uint8_t probe_level_t_);");
    }

    @Test
    void documentationStaysInItsComment() throws IOException {
        assertThat(header("/// ends */ and /* begins */*\nf: func();")).contains("/* ends * / and / * begins * / * */");
    }
}
