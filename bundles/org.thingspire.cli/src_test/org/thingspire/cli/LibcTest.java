// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary programs in C, with a main and the C library, as modules. */
class LibcTest {

    private static final String TOPOLOGY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:topology="http://thingspire.org/topology/1" name="libc">
              <modules name="program" source="program.c"/>
              <nodes name="node" kind="%s" board="%s"/>
              <placements module="program" node="node"%s/>
              <tasks name="main" module="program" function="_start" periodMs="0"/>
            </topology:Topology>
            """;
    private static final String LINUX = "linux-x86_64";
    private static final String CHIP = "mps2-an385";
    private static final String END = "the end";

    @TempDir
    private Path folder;

    private CommandOutcome run(String board, String attributes, String source) throws IOException {
        write(board, attributes, source);
        return CommandOutcome.until(soFar -> soFar.console("node").stream().anyMatch(line -> line.equals(END) || line.startsWith("trap:")),
                "run", folder);
    }

    private void write(String board, String attributes, String source) throws IOException {
        Files.writeString(folder.resolve("libc.topology"), TOPOLOGY.formatted(board.equals(LINUX) ? "edge" : "device", board, attributes));
        Files.writeString(folder.resolve("program.c"), source);
    }

    private static List<String> printed(CommandOutcome outcome) {
        List<String> lines = outcome.console("node");
        return lines.subList(lines.indexOf("ready") + 1, lines.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CHIP})
    void printfPrintsNumbersOfAllKinds(String board) throws IOException {
        CommandOutcome outcome = run(board, "", """
                #include <inttypes.h>
                #include <math.h>
                #include <stdio.h>
                #include <string.h>
                volatile double two = 2;
                int main(void) {
                    printf("%d %5.2f %g %s %" PRId64 "\\n", -3, 1.005 * two, sqrt(two), strchr("a-b", '-'), INT64_MIN);
                    char text[20];
                    snprintf(text, sizeof text, "%08.3e|%x", exp(two), 48879u);
                    fprintf(stderr, "%s\\n", text);
                    puts("the end");
                }
                """);

        assertThat(printed(outcome)).as(outcome.error())
                .containsExactly("-3  2.01 1.41421 -b -9223372036854775808", "7.389e+00|beef", END);
        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
    }

    @Test
    void printfPrintsLongDoublesThatTheModuleComputes() throws IOException {
        CommandOutcome outcome = run(CHIP, "", """
                #include <stdio.h>
                volatile long double third = 1.0L;
                int main(void) {
                    third = third / 3.0L;
                    printf("%.25Lf\\n", third);
                    puts("the end");
                }
                """);

        assertThat(printed(outcome)).as(outcome.error()).containsExactly("0.3333333333333333333333333", END);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CHIP})
    void timeArgumentsAndEnvironmentAreThere(String board) throws IOException {
        CommandOutcome outcome = run(board, "", """
                #include <errno.h>
                #include <fcntl.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <time.h>
                #include <unistd.h>
                extern char **environ;
                int main(int count, char **arguments) {
                    struct timespec before, after, resolution;
                    clock_gettime(CLOCK_MONOTONIC, &before);
                    usleep(20000);
                    clock_gettime(CLOCK_MONOTONIC, &after);
                    long long ms = (after.tv_sec - before.tv_sec) * 1000 + (after.tv_nsec - before.tv_nsec) / 1000000;
                    clock_getres(CLOCK_MONOTONIC, &resolution);
                    printf("%d argument: %s, no more: %d\\n", count, arguments[0], arguments[count] == NULL);
                    printf("home: %s, variables: %d\\n", getenv("HOME") ? "known" : "unknown", environ != NULL && environ[0] != NULL);
                    printf("slept: %d, resolution: %ld ns\\n", ms >= 20 && ms < 20000, resolution.tv_nsec);
                    printf("calendar: %d\\n", time(NULL) > 1700000000);
                    printf("typed: %d, terminal: %d, seek: %s\\n", getchar(), isatty(1), lseek(1, 0, SEEK_CUR) < 0 ? strerror(errno) : "can");
                    printf("closed: %s\\n", close(9) < 0 ? strerror(errno) : "can");
                    puts("the end");
                    exit(0);
                }
                """);

        assertThat(printed(outcome)).as(outcome.error()).containsExactly("1 argument: program, no more: 1", "home: unknown, variables: 0",
                "slept: 1, resolution: 1000 ns", "calendar: " + (board.equals(LINUX) ? 1 : 0), "typed: -1, terminal: 1, seek: Invalid seek",
                "closed: Bad file descriptor", END);
    }

    private static final String FILES = """
            #include <dirent.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <stdio.h>
            #include <string.h>
            #include <sys/stat.h>
            #include <unistd.h>
            static void attempt(const char *what, int result) {
                printf("%s: %s\\n", what, result < 0 ? strerror(errno) : "can");
            }
            int main(void) {
                char line[40] = "";
                FILE *file = fopen("/note.txt", "w+");
                if (!file) {
                    perror("note.txt");
                } else {
                    fprintf(file, "one\\ntwo %d\\n", 2);
                    fseek(file, 4, SEEK_SET);
                    fgets(line, sizeof line, file);
                    fclose(file);
                    printf("read: %s", line);
                    mkdir("sub", 0777);
                    rename("note.txt", "sub/note.txt");
                    struct stat status;
                    stat("sub/note.txt", &status);
                    printf("size: %d\\n", (int)status.st_size);
                    DIR *folder = opendir("/sub");
                    for (struct dirent *each; (each = readdir(folder));) {
                        if (each->d_name[0] != '.') {
                            printf("entry: %s\\n", each->d_name);
                        }
                    }
                    closedir(folder);
                }
                attempt("above", open("../program.c", O_RDONLY));
                attempt("further above", open("sub/../../../up", O_WRONLY | O_CREAT, 0666));
                attempt("root", open("/etc/passwd", O_RDONLY));
                attempt("link", open("link/passwd", O_RDONLY));
                attempt("link's status", stat("link/passwd", &(struct stat){ 0 }));
                attempt("make", mkdir("link/made", 0777));
                attempt("move out", rename("sub/note.txt", "../../note.txt"));
                attempt("move through", rename("sub/note.txt", "link/note.txt"));
                attempt("remove", unlink("link/precious"));
                attempt("absent", open("absent", O_RDONLY));
                puts("the end");
            }
            """;

    @Test
    void filesStayInTheModulesOwnFolder() throws IOException {
        Path own = folder.resolve("build/release/nodes/node/files/program");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("passwd"), "secret");
        Files.writeString(elsewhere.resolve("precious"), "");
        Files.createDirectories(own);
        Files.createSymbolicLink(own.resolve("link"), elsewhere);

        CommandOutcome outcome = run(LINUX, "", FILES);

        assertThat(printed(outcome)).as(outcome.error()).containsExactly("read: two 2", "size: 10", "entry: note.txt",
                "above: Capabilities insufficient", "further above: Capabilities insufficient", "root: No such file or directory",
                "link: Capabilities insufficient", "link's status: Capabilities insufficient", "make: Capabilities insufficient",
                "move out: Capabilities insufficient", "move through: Capabilities insufficient", "remove: Capabilities insufficient",
                "absent: No such file or directory", END);
        assertThat(own.resolve("sub/note.txt")).hasContent("one\ntwo 2\n");
        assertThat(elsewhere).isDirectoryNotContaining("glob:**/{made,note.txt}").isDirectoryContaining("glob:**/precious");
    }

    @Test
    void aChipHasNoFilesAndSaysSo() throws IOException {
        CommandOutcome outcome = run(CHIP, "", FILES);

        assertThat(printed(outcome)).as(outcome.error()).hasSize(12).endsWith(END)
                .filteredOn(line -> !line.equals(END)).allMatch(line -> line.endsWith(": Capabilities insufficient"));
    }

    /**
     * Prints how much of the memory was given out: in all sizes, until there is no more, and again when all is given back. clang knows
     * malloc, and would take it for granted that one succeeds whose memory nobody uses.
     */
    private static final String MALLOC = """
            #include <errno.h>
            #include <stdint.h>
            #include <stdlib.h>
            #include <string.h>
            #include <thingspire.h>
            struct block { struct block *next; size_t size; };
            static void *(*volatile allocate)(size_t) = malloc;
            static unsigned sizes[] = { 1, 7, 24, 40, 100, 300, 1000, 5000 };
            static int failures;
            static unsigned fill(size_t step) {
                struct block *all = NULL;
                unsigned total = 0;
                for (size_t i = 0;; i += step) {
                    size_t size = sizeof(struct block) + sizes[i % (sizeof sizes / sizeof *sizes)];
                    struct block *block = allocate(size);
                    if (!block) {
                        failures += errno != ENOMEM;
                        if (size < sizeof(struct block) + 8) {
                            break;
                        }
                        continue;
                    }
                    memset(block, 0xa5, size);
                    failures += (uintptr_t)block % 8 != 0;
                    block->next = all;
                    block->size = size;
                    all = block;
                    total += size;
                }
                while (all) {
                    struct block *next = all->next;
                    for (size_t i = sizeof *all; i < all->size; i++) {
                        failures += ((unsigned char *)all)[i] != 0xa5;
                    }
                    free(all);
                    all = next;
                }
                return total;
            }
            TS_EXPORT("test:libc/program#run") void run(void) {
                failures += allocate(1 << 20) != NULL;
                unsigned first = fill(1);
                unsigned other = fill(3);
                char *grown = realloc(calloc(1, 10), 100);
                failures += !grown || grown[9] != 0;
                free(grown);
                ts_log("%u %u %d", first, fill(1) + 0 * other, failures);
                ts_log("the end");
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CHIP})
    void mallocReturnsNullWhenTheMemoryBudgetIsUsedUp(String board) throws IOException {
        for (int budget : new int[] {2048, 8192, 61_440}) {
            write(board, " memory=\"%d\"".formatted(budget), MALLOC);
            Path topology = folder.resolve("libc.topology");
            Files.writeString(topology, Files.readString(topology).replace("_start", "test:libc/program#run"));

            CommandOutcome outcome = CommandOutcome.until(
                    soFar -> soFar.console("node").stream().anyMatch(line -> line.equals(END) || line.startsWith("trap:")), "run", folder);

            List<String> printed = printed(outcome);
            assertThat(printed).as("%d bytes %s", budget, outcome.error()).hasSize(2).endsWith(END);
            String[] numbers = printed.getFirst().split(" ");
            assertThat(Integer.parseInt(numbers[0])).as("%d bytes", budget).isBetween(budget / 4, budget).isEqualTo(Integer.parseInt(numbers[1]));
            assertThat(numbers[2]).as("failures").isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CHIP})
    void anExitCodeOfMainIsReported(String board) throws IOException {
        CommandOutcome outcome = run(board, "", """
                #include <stdio.h>
                int main(void) {
                    printf("no line end");
                    return 3;
                }
                """);

        assertThat(printed(outcome)).as(outcome.error()).hasSize(3).startsWith("no line end", "program: exit code 3");
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void aProgramThatNothingStartsOrThatIsStartedAgainAndAgainIsToldBeforeItRuns() throws IOException {
        write(CHIP, "", "int main(void) { return 0; }\n");
        Path topology = folder.resolve("libc.topology");
        String text = Files.readString(topology);

        Files.writeString(topology, text.replace("periodMs=\"0\"", "periodMs=\"100\""));
        assertThat(CommandOutcome.of("check", folder)).satisfies(outcome -> {
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.error()).contains("libc.topology:7", "calls _start of module \"program\" every 100 ms, but a program runs once");
        });
        Files.writeString(topology, text.replace("_start", "main"));
        assertThat(CommandOutcome.of("check", folder).error()).contains("does not export main", "Its main is called as _start.");
        Files.writeString(topology, text.replaceAll("  <tasks.*\n", ""));
        assertThat(CommandOutcome.of("check", folder)).satisfies(outcome -> {
            assertThat(outcome.exitCode()).as(outcome.error()).isZero();
            assertThat(outcome.error()).contains("libc.topology:4", "has a main, but nothing starts it");
        });
    }
}
