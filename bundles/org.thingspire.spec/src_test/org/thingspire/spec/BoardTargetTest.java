// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.toolchain.BoardProcessor;

/** What a board.json says of its processor is something that the compiler knows. */
class BoardTargetTest {

    private static final byte[] EMPTY = {0, 'a', 's', 'm', 1, 0, 0, 0};

    @TestFactory
    Stream<DynamicTest> theCompilerHasCodeForEveryBoard() {
        Path boards = Path.of(System.getProperty("thingspire.home", "../.."), "runtime", "boards");
        return BoardCatalog.read(boards).boards().stream()
                .map(board -> DynamicTest.dynamicTest(board.name(), () -> compiles(board)));
    }

    private static void compiles(Board board) throws Exception {
        CodeTarget code = BoardProcessor.codeTarget(board);
        assertThat(AotCompiler.compile(EMPTY, code, CompileOptions.named("m")).object()).startsWith(0x7f, 'E', 'L', 'F');
        assertThat(board.target().triple().endsWith("eabi")).as("floats in integer registers").isEqualTo(board.target().floatAbi().equals("soft"));
    }
}
