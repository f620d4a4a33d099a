// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boards that come with ThingSpire. */
class ShippedBoardsTest {

    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home", "../.."), "runtime");

    private static Stream<Board> boards() {
        return BoardCatalog.read(RUNTIME.resolve("boards")).boards().stream();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void areBuiltOfPartsThatTheRuntimeHas(Board board) {
        RuntimePort port = RuntimePort.read(RUNTIME, board.arch(), board.os());

        assertThat(port.sources()).contains("kernel", "arch/" + board.arch(), "os/" + board.os());
        assertThat(port.linkerScript().isEmpty()).as("the system links").isEqualTo(board.isHosted());
    }

    @ParameterizedTest
    @MethodSource("boards")
    void tellTheirFactsToTheRuntime(Board board) {
        assertThat(new BoardSources(board).files()).hasEntrySatisfying("board.h", header -> assertThat(header.lines())
                .contains("#define TS_BOARD_NAME \"" + board.name() + "\"", "#define TS_BOARD_UART_COUNT " + board.uarts().size() + "u"));
    }

    @Test
    void tellLinkersWhereTheirMemoryIs() {
        Board small = boards().filter(board -> board.name().equals("stm32vldiscovery")).findFirst().orElseThrow();

        assertThat(new BoardSources(small).files()).containsEntry("memory.ld", """
                MEMORY {
                    FLASH (rx) : ORIGIN = 0x8000000, LENGTH = 0x20000
                    RAM (rw) : ORIGIN = 0x20000000, LENGTH = 0x2000
                }
                """);
    }

    @Test
    void listEachUartForTheRuntime() {
        Board small = boards().filter(board -> board.name().equals("stm32vldiscovery")).findFirst().orElseThrow();

        List<String> header = new BoardSources(small).files().get("board.h").lines().toList();

        assertThat(header).contains("#define TS_BOARD_INTERRUPTS 40u",
                "#define TS_BOARD_UARTS(UART) UART(stm32_usart, 0x40013800u, 24000000u, 115200u, 37u)"
                        + " UART(stm32_usart, 0x40004400u, 24000000u, 115200u, 38u) UART(stm32_usart, 0x40004800u, 24000000u, 115200u, 39u)");
    }
}
