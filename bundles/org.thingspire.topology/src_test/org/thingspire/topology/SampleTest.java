// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.rule.NodeKinds;
import org.thingspire.topology.validate.Validator;

/** What the repository ships: the boards of the runtime and the sample, together. Runs in the folder of this bundle. */
class SampleTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private final BoardCatalog boards = BoardCatalog.read(REPOSITORY.resolve("runtime/boards"));

    @Test
    void theBoardsOfTheRuntimeAreDescribedInFull() {
        assertThat(boards.names()).contains("linux-x86_64", "mps2-an385", "netduinoplus2");
        for (Board board : boards.boards()) {
            assertThat(board.uartsFor(Board.Uart.CONSOLE)).as(board.name()).hasSize(1);
            assertThat(board.target().triple()).as(board.name()).isNotEmpty();
            assertThat(board.flash().isPresent()).as(board.name()).isEqualTo(NodeKinds.of(board).contains(NodeKind.DEVICE));
            assertThat(board.ram().isPresent()).as(board.name()).isEqualTo(NodeKinds.of(board).contains(NodeKind.DEVICE));
        }
    }

    @Test
    void theThermostatIsInOrderAndInCanonicalForm() {
        TopologyFile file = TopologyReader.read(TopologyFinder.find(REPOSITORY.resolve("samples/thermostat")));

        assertThat(new Validator(boards).validate(file)).isEmpty();
        assertThat(TopologyWriter.toText(file.topology())).isEqualTo(file.source().text());
    }
}
