// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.board.Board.Memory;
import org.thingspire.topology.board.Board.Target;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.ui.topology.commands.Thermostat;

/** What nodes show while modules are dragged. */
class FitTest {

    private final Thermostat thermostat = Thermostat.create();
    private final BoardCatalog boards = new BoardCatalog(List.of(new Board("small", "Small", "armv7m", "Cortex-M3", new Target("", "", "", "soft"), 0,
            Optional.empty(), Optional.of(new Memory(0, 24 * 1024)), List.of(), 0, List.of(), Optional.empty(), Path.of("board.json"))));

    private Fit fit(String node, String... modules) {
        return Fit.of(thermostat.topology(), boards, List.of(modules).stream().map(thermostat::module).toList(), thermostat.node(node));
    }

    @Test
    void fitsWhereMemoryAndLinksAre() {
        assertThat(fit("gateway", "control")).isEqualTo(new Fit(true, "Fits"));
    }

    @Test
    void saysHowMuchMemoryIsTaken() {
        assertThat(fit("controller", "control")).isEqualTo(new Fit(true, "Fits: 16 KB of 24 KB"));
    }

    @Test
    void saysHowMuchMemoryIsMissing() {
        assertThat(fit("controller", "history")).isEqualTo(new Fit(false, "8 KB RAM too little"));
    }

    @Test
    void saysWhichLinkIsMissing() {
        assertThat(fit("island", "history")).isEqualTo(new Fit(false, "No link to controller"));
    }

    @Test
    void wiresAmongTheMovedNeedNoLink() {
        assertThat(fit("island", "control", "probe", "history").isGood()).isTrue();
    }
}
