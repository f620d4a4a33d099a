// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.thingspire.board.Board;
import org.thingspire.board.Board.Memory;
import org.thingspire.board.Board.Target;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.Problem;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.fit.ImageSizes.Bytes;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;

/** A device of 24 KB RAM and 32 KB flash with probe and control, a gateway without limits and outputs, and an island without links. */
class FitRuleTest {

    private static final int KB = 1024;
    private static final Board SMALL =
            board("small", List.of(new Board.Output("led", "d", 0, 0)), Optional.of(new Memory(0, 32 * KB)), Optional.of(new Memory(0, 24 * KB)));
    private static final Board LARGE = board("large", List.of(), Optional.empty(), Optional.empty());
    private static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:topology="http://thingspire.org/topology/1" name="thermostat">
              <modules name="probe" source="modules/probe.c"/>
              <modules name="control" source="modules/control.c"/>
              <modules name="history" source="modules/history.c"/>
              <modules name="relay" source="modules/relay.wat"/>
              <nodes name="controller" kind="device" board="small">
                <sensors name="temperature" channel="0"/>
              </nodes>
              <nodes name="gateway" kind="edge" board="large"/>
              <nodes name="island" kind="edge" board="large"/>
              <links name="serial" a="controller" b="gateway" transport="uart"/>
              <placements module="probe" node="controller" memory="8192"/>
              <placements module="control" node="controller" memory="8192"/>
              <placements module="history" node="gateway" memory="16384"/>
              <placements module="relay" node="controller"/>
              <wires from="control" interface="thermostat:climate/probe" to="probe"/>
              <wires from="control" interface="thermostat:climate/history" to="history"/>
              <tasks name="tick" module="control" function="thermostat:climate/control#update" periodMs="100"/>
              <tasks name="report" module="history" function="thermostat:climate/history#report" periodMs="1000"/>
            </topology:Topology>
            """;

    /** As a build of this topology would leave it. */
    private static final Measured BUILT = new Measured(
            Map.of("probe", new ModuleNeeds(65536, Set.of("thingspire:host/sensor")), "control", new ModuleNeeds(65536, Set.of()),
                    "history", new ModuleNeeds(131072, Set.of()), "relay", new ModuleNeeds(0, Set.of("thingspire:host/output"))),
            Map.of("controller", new ImageSizes("small", new Bytes(20 * KB, 16 * KB + 6 * KB),
                    Map.of("probe", new Bytes(KB, 0), "control", new Bytes(4 * KB, 256), "relay", new Bytes(KB, 0)),
                    Map.of("main", 1024L, "tick", 2048L), 16 * KB),
                    "gateway", new ImageSizes("large", new Bytes(100 * KB, 50 * KB), Map.of("history", new Bytes(14 * KB, 512)),
                            Map.of("report", 2048L), 0)));

    private TopologyFile file = TopologyReader.parse(Path.of("thermostat.topology"), TEXT);
    private Measured measured = BUILT;

    private static Board board(String name, List<Board.Output> outputs, Optional<Memory> flash, Optional<Memory> ram) {
        return new Board(name, name, "armv7m", Board.NO_OS, "Cortex-M3", new Target("", "", "", "soft"), 0, flash, ram, Optional.empty(), List.of(),
                4,
                outputs, Optional.empty(), Path.of("board.json"));
    }

    private FitRule rule() {
        return new FitRule(file.topology(), new BoardCatalog(List.of(SMALL, LARGE)), measured);
    }

    private Node node(String name) {
        return file.topology().getNodes().stream().filter(node -> name.equals(node.getName())).findFirst().orElseThrow();
    }

    private Fit fit(String node, String... modules) {
        List<Module> moved = Stream.of(modules).map(name -> file.topology().getModules().stream()
                .filter(module -> name.equals(module.getName())).findFirst().orElseThrow()).toList();
        return rule().of(node(node), moved);
    }

    private List<String> misfits(String node, String... modules) {
        return fit(node, modules).misfits().stream().map(Misfit::brief).toList();
    }

    private void change(String from, String to) {
        assertThat(TEXT).contains(from);
        file = TopologyReader.parse(Path.of("thermostat.topology"), TEXT.replace(from, to));
    }

    @Test
    void whatWasBuiltIsAsItWasMeasured() {
        assertThat(fit("controller")).isEqualTo(new Fit(new Load(20 * KB, 22 * KB, false), List.of()));
    }

    @Test
    void aBudgetThatWasChangedSinceCountsAsItIsNow() {
        change("module=\"probe\" node=\"controller\" memory=\"8192\"", "module=\"probe\" node=\"controller\" memory=\"1024\"");

        assertThat(fit("controller").load().ram()).isEqualTo(15 * KB);
    }

    @Test
    void aModuleWithoutBudgetTakesThePagesThatItDeclares() {
        change("module=\"probe\" node=\"controller\" memory=\"8192\"", "module=\"probe\" node=\"controller\"");

        assertThat(fit("controller").load().ram()).isEqualTo(22 * KB - 8192 + 65536);
        assertThat(misfits("controller")).containsExactly("54 KB RAM too little");
        assertThat(FitCheck.check(file, rule())).extracting(Problem::toString).containsExactly(
                "thermostat.topology:7: warning: node \"controller\" needs 79872 bytes of RAM, but its board has 24576."
                        + " Give a memory budget to \"probe\": without one a module takes whole pages of 65536 bytes.");
    }

    @Test
    void beforeTheFirstBuildAModuleInCWithoutBudgetTakesAPage() {
        measured = Measured.NOTHING;
        change("module=\"probe\" node=\"controller\" memory=\"8192\"", "module=\"probe\" node=\"controller\"");

        assertThat(fit("controller").load()).isEqualTo(new Load(0, 65536 + 8192, true));
        assertThat(FitCheck.check(file, rule())).extracting(Problem::message)
                .containsExactly("node \"controller\" needs at least 73728 bytes of RAM, but its board has 24576");
    }

    @Test
    void warnsWhenBudgetsExceedTheRam() {
        measured = Measured.NOTHING;
        change("module=\"probe\" node=\"controller\" memory=\"8192\"", "module=\"probe\" node=\"controller\" memory=\"24576\"");

        assertThat(FitCheck.check(file, rule())).extracting(Problem::toString).containsExactly("thermostat.topology:7: warning: node"
                + " \"controller\" needs at least 32768 bytes of RAM, but its board has 24576."
                + " Lower a budget, move a module to another node, or choose a larger board.");
    }

    @Test
    void aMovedModuleBringsItsCodeItsMemoryAndTheStacksOfItsTasks() {
        assertThat(fit("controller", "history").load()).isEqualTo(new Load(34 * KB, (22 + 16 + 2) * KB + 512, false));
        assertThat(misfits("controller", "history")).containsExactly("16.5 KB RAM too little", "2 KB flash too little");
    }

    @Test
    void aModuleThatWasMovedAwaySinceIsGone() {
        change("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\"");

        assertThat(fit("controller").load()).isEqualTo(new Load(16 * KB, 22 * KB - 8192 - 256 - 2048, false));
    }

    @Test
    void anotherBoardIsAnEstimateUntilItIsBuilt() {
        change("kind=\"device\" board=\"small\"", "kind=\"device\" board=\"unheard-of\"");

        assertThat(fit("controller").load().isEstimate()).isTrue();
        assertThat(misfits("controller")).isEmpty();
    }

    @Test
    void aModuleThatReadsSensorsNeedsANodeWithOne() {
        assertThat(misfits("gateway", "probe")).containsExactly("No sensor for probe");
        assertThat(misfits("controller", "probe")).isEmpty();
    }

    @Test
    void aModuleThatSwitchesOutputsNeedsABoardWithOne() {
        assertThat(misfits("gateway", "relay")).containsExactly("No output for relay");
    }

    @Test
    void wiresNeedALink() {
        assertThat(misfits("island", "history")).containsExactly("No link to controller");
        assertThat(misfits("gateway", "control")).isEmpty();
    }

    @Test
    void wiresAmongTheMovedNeedNoLink() {
        assertThat(misfits("island", "control", "probe", "history")).containsExactly("No sensor for probe");
    }

    @Test
    void missingLinksAreLeftToTheValidator() {
        change("module=\"history\" node=\"gateway\"", "module=\"history\" node=\"island\"");

        assertThat(misfits("island")).containsExactly("No link to controller");
        assertThat(FitCheck.check(file, rule())).isEmpty();
    }
}
