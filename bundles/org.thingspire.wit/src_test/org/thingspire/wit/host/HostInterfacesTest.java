// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thingspire.problem.UserException;
import org.thingspire.wit.c.CHeader;

class HostInterfacesTest {

    private static final HostInterfaces OURS = HostInterfaces.read(Path.of(System.getProperty("thingspire.home"), "runtime"));

    @TempDir
    private Path runtime;

    private List<String> problems(String content) throws IOException {
        Path file = Files.createDirectories(runtime.resolve("host")).resolve("lab.wit");
        Files.writeString(file, content);
        try {
            HostInterfaces.read(runtime);
            return List.of();
        } catch (UserException e) {
            assertThat(e.problems()).allSatisfy(problem -> assertThat(problem.file()).isEqualTo(file));
            return e.problems().stream().map(problem -> problem.line() + ": " + problem.message()).toList();
        }
    }

    /** Modules that were made by other tools import these: none may change. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thingspire:host/log    | write          | (i32, i32)                                            | ts_host_log_write
            thingspire:host/clock  | now            | () -> i64                                             | ts_host_clock_now
            thingspire:host/sensor | pending        | (i32) -> i32                                          | ts_host_sensor_pending
            thingspire:host/sensor | read           | (i32) -> f32                                          | ts_host_sensor_read
            thingspire:host/output | set            | (i32, i32)                                            | ts_host_output_set
            thingspire:host/output | get            | (i32) -> i32                                          | ts_host_output_get
            wasi_snapshot_preview1 | fd_write       | (i32, i32, i32, i32) -> i32                           | ts_wasi_fd_write
            wasi_snapshot_preview1 | fd_seek        | (i32, i64, i32, i32) -> i32                           | ts_wasi_fd_seek
            wasi_snapshot_preview1 | clock_time_get | (i32, i64, i32) -> i32                                | ts_wasi_clock_time_get
            wasi_snapshot_preview1 | path_open      | (i32, i32, i32, i32, i32, i64, i64, i32, i32) -> i32  | ts_wasi_path_open
            wasi_snapshot_preview1 | path_rename    | (i32, i32, i32, i32, i32, i32) -> i32                 | ts_wasi_path_rename
            wasi_snapshot_preview1 | proc_exit      | (i32)                                                 | ts_wasi_proc_exit
            """)
    void theRuntimeOffersWhatModulesImport(String module, String name, String signature, String cFunction) {
        assertThat(OURS.find(module, name)).hasValueSatisfying(function -> {
            assertThat(function.signature()).hasToString(signature);
            assertThat(function.cFunction()).isEqualTo(cFunction);
        });
    }

    @Test
    void nothingElseIsOffered() {
        assertThat(OURS.offers("thingspire:host/log")).isTrue();
        assertThat(OURS.offers("thingspire:host/radio")).isFalse();
        assertThat(OURS.find("thingspire:host/clock", "yesterday")).isEmpty();
        assertThat(OURS.names("thingspire:host/output")).containsExactly("set", "get");
        assertThat(OURS.names("wasi_snapshot_preview1")).hasSize(46);
    }

    @Test
    void theSameFilesGiveTheSameHeaders() {
        HostInterfaces again = HostInterfaces.read(Path.of(System.getProperty("thingspire.home"), "runtime"));

        assertThat(again).isEqualTo(OURS);
        assertThat(again.sdkHeaders()).extracting(CHeader::fileName).contains("thingspire_host.h");
        assertThat(again.runtimeHeaders()).extracting(CHeader::fileName).contains("host.h").doesNotHaveDuplicates();
    }

    @Test
    void whatCanNotBePassedYetIsRefusedAtItsLine() throws IOException {
        assertThat(problems("package thingspire:host;\ninterface lab {\n    name: func() -> string;\n    ok: func(text: string);\n}\n"))
                .containsExactly("3: the runtime can't offer name of interface thingspire:host/lab yet: it returns a string or list,"
                        + " for which the module's cabi_realloc would have to be called");
    }

    @Test
    void aFileThatIsNoWitIsRefusedAtItsLine() throws IOException {
        assertThat(problems("package thingspire:host;\ninterface lab {\n    f: func(;\n}\n")).singleElement().asString().startsWith("3: ");
        assertThat(problems("package thingspire:host;\ninterface lab {\n    f: func();\n    f: func();\n}\n")).singleElement().asString()
                .startsWith("4: ");
    }

    @Test
    void aRuntimeWithoutInterfacesOffersNone() {
        assertThat(HostInterfaces.read(runtime).functions()).isEmpty();
        assertThatThrownBy(() -> OURS.functions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
