// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.cli.console.ExitCode;

/** Folders of kernels as suites of benchmarks have them. */
class BenchCommandTest {

    private static final String LINUX = "linux-x86_64";
    private static final String CHIP = "mps2-an385";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CHIP})
    @Tag("qemu")
    void aKernelOfManyFilesMayUseTheCLibraryAndHasItsSuitesMacrosAndHeaders(String board) throws IOException {
        writeSuite();

        CommandOutcome outcome = bench(board, "-DSCALE=3", "-D", "benchmark=kernel", "-I" + folder.resolve("support"),
                "--with=" + folder.resolve("support/mix.c"));

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(outcome.out()).anyMatch(line -> line.startsWith("words "));
    }

    @Test
    void aKernelThatFailsIsReportedAndTheOthersAreMeasured() throws IOException {
        write("suite/a_broken/a.c", "int kernel(void) { return 1 }");
        write("suite/b_lonely/b.c", "int helper_of_another_file(void); int kernel(void) { return helper_of_another_file(); }");
        write("suite/c_traps/c.c", "int kernel(void) { __builtin_trap(); }");
        write("suite/d_nothing/d.c", "int other(void) { return 1; }");
        write("suite/e_ends/e.c", "#include <stdlib.h>\nint kernel(void) { exit(0); }");
        write("suite/f_good/f.c", "int kernel(void) { return 5; }");

        CommandOutcome outcome = bench(LINUX);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(outcome.error()).doesNotContain("bug in ThingSpire").contains("a.c: error: kernel a_broken can not be built",
                "expected ';'", "b.c: error: kernel b_lonely can not be linked: undefined symbol: helper_of_another_file",
                "c.c: error: kernel c_traps ended with exit code 132", "d.c: error: kernel d_nothing can not be linked: undefined symbol: kernel. ",
                "e.c: error: kernel e_ends ended without a result");
        assertThat(outcome.out()).anyMatch(line -> line.startsWith("f_good ")).anyMatch(line -> line.startsWith("compiler: "));
    }

    @Test
    void whereNoKernelCanBeMeasuredNoTableIsPrinted() throws IOException {
        write("suite/only.c", "int kernel(void) { return unknown(); }");

        CommandOutcome outcome = bench(LINUX);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(outcome.error()).contains("only.c: error: kernel only can not be built");
        assertThat(outcome.out()).isEmpty();
    }

    /** Everything that the kernel's result depends on, so that a way that does something else is noticed. */
    private void writeSuite() throws IOException {
        write("suite/Makefile", "all:\n\tfalse\n");
        write("suite/words/Makefile", "CFLAGS += -DSCALE=4\n");
        write("suite/words/README.md", "# Words\n");
        write("support/suite.h", "#define WORDS 20\nunsigned mix(unsigned hash, unsigned char next);\n");
        write("support/mix.c", "#include \"suite.h\"\nunsigned mix(unsigned hash, unsigned char next) { return hash * 31 + next; }\n");
        write("suite/words/words.h", "char **new_words(int count);\nvoid delete_words(char **words, int count);\n");
        write("suite/words/words.c", """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <words.h>
                char **new_words(int count) {
                    char **words = malloc((size_t)count * sizeof *words);
                    for (int i = 0; i < count; i++) {
                        char text[32];
                        snprintf(text, sizeof text, "%d-%.2f", i * SCALE, i / 4.0);
                        words[i] = malloc(strlen(text) + 1);
                        strcpy(words[i], text);
                    }
                    return words;
                }
                void delete_words(char **words, int count) {
                    for (int i = 0; i < count; i++) {
                        free(words[i]);
                    }
                    free(words);
                }
                """);
        write("suite/words/main.c", """
                #include "words.h"
                #include <math.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <suite.h>
                static int compare(const void *left, const void *right) {
                    return strcmp(*(char *const *)left, *(char *const *)right);
                }
                int benchmark(void) {
                    char **words = new_words(WORDS);
                    unsigned hash = 0;
                    qsort(words, WORDS, sizeof *words, compare);
                    for (int i = 0; i < WORDS; i++) {
                        for (const char *next = words[i]; *next; next++) {
                            hash = mix(hash, (unsigned char)*next);
                        }
                    }
                    printf("%s", words[1]);
                    delete_words(words, WORDS);
                    return (int)(hash ^ (unsigned)floor(sqrt((double)hash)));
                }
                """);
    }

    private CommandOutcome bench(String board, String... options) {
        Object[] words = new Object[5 + options.length];
        System.arraycopy(new Object[] {"bench", "--board", board, "--kernels", folder.resolve("suite")}, 0, words, 0, 5);
        System.arraycopy(options, 0, words, 5, options.length);
        return CommandOutcome.of(words);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
