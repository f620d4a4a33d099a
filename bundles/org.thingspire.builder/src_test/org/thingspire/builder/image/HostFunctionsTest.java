// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.setup.UserCache;
import org.thingspire.builder.step.Workers;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.UserException;
import org.thingspire.wit.host.HostFunction;
import org.thingspire.wit.host.HostInterfaces;

/** Whether the runtime's C functions are those that its WIT files declare. */
class HostFunctionsTest {

    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home"), "runtime");
    /** Bytes before the content of an archive's first member: the archive's magic, and the member's header. */
    private static final int INDEX = 8 + 60;

    @TempDir
    private Path folder;

    private RuntimeLibrary build(Path runtime, String board) throws InterruptedException {
        Installation installation = new Installation(runtime, LlvmTools.bundled(), new UserCache(folder.resolve("cache")), ProgramPaths.ON_PATH);
        try (Workers workers = new Workers(2)) {
            return new RuntimeBuilder(installation, Progress.NONE)
                    .build(BoardCatalog.read(RUNTIME.resolve("boards")).find(board).orElseThrow(), workers);
        }
    }

    /** The symbols that an archive's members define, as its index has them (ar.h of System V). */
    private static List<String> defined(Path archive) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).position(INDEX);
        int count = bytes.getInt();
        int names = INDEX + Integer.BYTES * (1 + count);
        return Stream.of(new String(bytes.array(), names, bytes.capacity() - names, StandardCharsets.ISO_8859_1).split("\0", count + 1))
                .limit(count).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32vldiscovery", "linux-x86_64"})
    void eachDeclaredFunctionIsThere(String board) throws Exception {
        assertThat(defined(build(RUNTIME, board).archive()))
                .containsAll(HostInterfaces.read(RUNTIME).functions().stream().map(HostFunction::cFunction).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log.wit    | (text: string)          | (text: string, times: u8) | ts_host_log_write
            clock.wit  | -> u64                  | -> f64                    | ts_host_clock_now
            output.wit | set: func(channel: s32  | set: func(channel: u64    | ts_host_output_set
            wasi.wit   | fd-seek: func(fd: u32   | fd-seek: func(fd: string  | ts_wasi_fd_seek
            """)
    void aFunctionThatDoesNotFitItsDeclarationIsNamed(String file, String declared, String changed, String function) throws Exception {
        Path runtime = folder.resolve("runtime");
        try (Stream<Path> files = Files.walk(RUNTIME)) {
            for (Path each : files.filter(each -> !each.startsWith(RUNTIME.resolve("tests"))).toList()) {
                Files.copy(each, runtime.resolve(RUNTIME.relativize(each).toString()));
            }
        }
        Path wit = runtime.resolve("host").resolve(file);
        String before = Files.readString(wit);
        Files.writeString(wit, before.replace(declared, changed));

        assertThat(Files.readString(wit)).isNotEqualTo(before);
        assertThatThrownBy(() -> build(runtime, "stm32vldiscovery")).isInstanceOf(UserException.class)
                .hasMessageContaining("conflicting types for '" + function + "'");
    }
}
