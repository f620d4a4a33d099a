// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.BoardCatalog;
import org.thingspire.board.BoardSources;
import org.thingspire.board.RuntimePort;
import org.thingspire.builder.DamagedJson;
import org.thingspire.problem.UserException;

/**
 * Each field of what the runtime says of itself replaced by what does not belong there: something is made of it, or the field is
 * named.
 */
class DamagedDescriptionsTest {

    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home"), "runtime");

    @TempDir
    private Path runtime;

    private int refused;

    private interface Use {
        void use() throws IOException;
    }

    @Test
    void eachFieldOfABoardIsCheckedAndNamed() throws IOException {
        for (String folder : List.of("arch/armv7m", "arch/x86_64", "os/none", "os/linux")) {
            Files.createDirectories(runtime.resolve(folder));
        }
        for (String board : List.of("mps2-an385", "linux-x86_64")) {
            Path boards = runtime.resolve("boards");
            String name = "boards/" + board + "/board.json";
            damage(name, Files.readString(RUNTIME.resolve(name)),
                    () -> assertThat(new BoardSources(BoardCatalog.read(boards).find(board).orElseThrow()).files()).containsKey("board.h"));
            Files.delete(boards.resolve(board).resolve("board.json"));
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void eachFieldOfAPortIsCheckedAndNamed() throws IOException {
        for (String folder : List.of("kernel", "host", "rpc", "transport/serial", "sched", "driver", "include", "arch/armv7m/include",
                "arch/armv7m/libc", "arch/x86_64", "os/none/include", "os/linux/include")) {
            Files.createDirectories(runtime.resolve(folder));
        }
        Files.createFile(runtime.resolve("arch/armv7m/image.ld"));
        List<String> descriptions = List.of("arch/armv7m/arch.json", "os/none/os.json", "arch/x86_64/arch.json", "os/linux/os.json");
        for (String name : descriptions) {
            Files.copy(RUNTIME.resolve(name), runtime.resolve(name));
        }
        for (String name : descriptions) {
            String whole = Files.readString(RUNTIME.resolve(name));
            boolean hosted = descriptions.indexOf(name) > 1;
            damage(name, whole, () -> assertThat(RuntimePort.read(runtime, hosted ? "x86_64" : "armv7m", hosted ? "linux" : "none").sources())
                    .isNotEmpty().doesNotContain(""));
            Files.writeString(runtime.resolve(name), whole);
        }
        assertThat(refused).isGreaterThan(300);
    }

    /** Each damage of a file of the runtime is a problem of that file which names the field, or does not matter to {@code use}. */
    private void damage(String name, String whole, Use use) throws IOException {
        Path file = runtime.resolve(name);
        Files.createDirectories(file.getParent());
        DamagedJson.forEach(whole, (field, description) -> {
            try {
                Files.writeString(file, description.toString());
                use.use();
            } catch (UserException e) {
                refused++;
                assertThat(e.problems()).as("%s", description).singleElement().satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(file);
                    assertThat(problem.message()).contains("\"" + field);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
