// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.Problem;
import org.thingspire.wit.abi.Direction;
import org.thingspire.wit.abi.Flattening;
import org.thingspire.wit.abi.NumbersOnly;
import org.thingspire.wit.model.Function;

/** Whatever stands in a file, it is read to the end and what is wrong has a place in it. */
class DamagedFilesTest {

    private static final long SEED = 20;
    private static final int DAMAGED_FILES = 1000;

    private WitProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) {
        project = EveryFeature.in(new WitProject(folder));
    }

    @Test
    void filesThatWereCutOffAnywhereAreRead() {
        int wrong = 0;
        for (int length = 0; length < EveryFeature.MAIN.length(); length++) {
            String content = EveryFeature.MAIN.substring(0, length);
            wrong += read(content).isEmpty() ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(EveryFeature.MAIN.length() / 2);
    }

    @Test
    void filesWithRandomBytesAreRead() throws Exception {
        Random random = new Random(SEED);
        int wrong = 0;
        for (int i = 0; i < DAMAGED_FILES; i++) {
            byte[] bytes = EveryFeature.MAIN.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(1, 20); change > 0; change--) {
                // Mostly bytes that WIT has: others are easy to refuse.
                byte other = random.nextInt(4) == 0 ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
                bytes[random.nextInt(bytes.length)] = other;
            }
            Files.write(project.folder().resolve(WitProject.FILE), bytes);
            wrong += check().isEmpty() ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(DAMAGED_FILES * 3 / 4);
    }

    @Test
    void filesWithTokensInAnyOrderAreRead() {
        Random random = new Random(SEED);
        List<String> tokens = List.of(EveryFeature.MAIN.split("(?<=[ \n;{}(),<>:])"));
        for (int i = 0; i < DAMAGED_FILES; i++) {
            List<String> shuffled = new ArrayList<>(tokens);
            for (int change = random.nextInt(1, 30); change > 0; change--) {
                shuffled.set(random.nextInt(shuffled.size()), shuffled.get(random.nextInt(shuffled.size())));
            }
            read(String.join("", shuffled));
        }
    }

    @Test
    void hugeOnesEndInTime() {
        int many = 20_000;
        read("package a:b; interface i { " + "type x = ".repeat(many));
        read("package a:b; " + "interface i { ".repeat(many));
        read("package a:b; interface i { f: func(" + "a-".repeat(many) + "a: u8); }");
        read("package a:b@1.0.0-" + "a.".repeat(many) + "a; interface i { @external-id(\"" + "\\\\".repeat(many) + "\") f: func(); }");
        read("/*".repeat(many));
        read(IntStream.range(0, many).mapToObj(n -> "type t%d = t%d; ".formatted(n, n + 1))
                .collect(Collectors.joining("", "package a:b; interface i { ", "type t20000 = u8; }")));
        assertThat(read(IntStream.range(0, many).mapToObj(n -> "type t%d = t%d; ".formatted(n + 1, n))
                .collect(Collectors.joining("", "package a:b; interface i { type t0 = u8; ", "}")))).isNotEmpty();
    }

    @Test
    void typesThatGrowWithEachOtherAreFlattenedInTime() {
        project.withInterface(IntStream.range(0, 90).mapToObj(n -> "variant v%d { a(v%d), b(r%d) } record r%d { x: v%d, y: v%d, z: r%d }\n"
                .formatted(n + 1, n, n, n + 1, n, n, n)).collect(Collectors.joining("", "enum v0 { a } type r0 = f64;\n",
                        "f: func(x: v90, y: r90) -> v90;")));

        assertThat(check()).isEmpty();
    }

    private List<Problem> read(String content) {
        project.with(WitProject.FILE, content);
        return check();
    }

    private List<Problem> check() {
        WitFolder.Content content = project.read();
        Flattening flattening = new Flattening();
        for (Function function : content.interfaces().interfaces().stream().flatMap(any -> any.functions().stream()).toList()) {
            flattening.signature(function, Direction.IMPORT);
            new NumbersOnly(flattening).obstacle(function);
        }
        assertThat(content.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.file()).startsWith(project.folder());
        });
        return content.problems();
    }
}
