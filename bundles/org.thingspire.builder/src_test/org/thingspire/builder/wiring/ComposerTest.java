// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.board.BoardCatalog;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;
import org.thingspire.wit.host.HostFunction;
import org.thingspire.wit.host.HostInterfaces;

class ComposerTest {

    private static final BoardCatalog BOARDS = BoardCatalog.read(Path.of(System.getProperty("thingspire.home"), "runtime", "boards"));
    private static final HostInterfaces HOST = new HostInterfaces(
            List.of(new HostFunction("thingspire:host/clock", "now", new CoreSignature(List.of(), List.of(CoreType.I64)), "ts_host_clock_now")),
            List.of(), List.of());
    private static final CoreSignature READ = CoreSignature.of("i", "f");

    private final Map<String, ModuleInterface> interfaces = new LinkedHashMap<>();

    ComposerTest() {
        module("user", List.of(new ModuleInterface.Import("a:b/meter", "read", READ)),
                List.of(new ModuleInterface.Export("a:b/user#tick", CoreSignature.NOTHING)));
        module("meter", List.of(), List.of(new ModuleInterface.Export("a:b/meter#read", READ)));
    }

    private void module(String name, List<ModuleInterface.Import> imports, List<ModuleInterface.Export> exports) {
        interfaces.put(name, new ModuleInterface(imports, exports, Optional.empty(), 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    private Map<String, NodeWiring> compose(String meterNode) {
        TopologyFile topology = TopologyReader.parse(Path.of("/project/t.topology"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:topology="http://thingspire.org/topology/1" name="t">
                  <modules name="user" source="user.c"/>
                  <modules name="meter" source="meter.c"/>
                  <nodes name="device" kind="device" board="mps2-an385"/>
                  <nodes name="gateway" kind="edge" board="linux-x86_64"/>
                  <links name="serial" a="device" b="gateway" transport="uart" deadlineMs="250"/>
                  <placements module="user" node="device"/>
                  <placements module="meter" node="%s"/>
                  <wires from="user" interface="a:b/meter" to="meter"/>
                  <tasks name="tick" module="user" function="a:b/user#tick" periodMs="100"/>
                </topology:Topology>
                """.formatted(meterNode));
        return new Composer(topology, interfaces, HOST, BOARDS, 2048).compose();
    }

    @Test
    void aWireOnOneNodeIsBoundLocally() {
        NodeWiring device = compose("device").get("device");

        assertThat(device.bindings()).singleElement().isInstanceOfSatisfying(Binding.Local.class,
                local -> assertThat(local.to().shortName()).isEqualTo("meter.read"));
        assertThat(device.served()).isEmpty();
    }

    @Test
    void aWireBetweenNodesIsBoundRemotelyAndServedAtTheOtherEndUnderTheSameNumber() {
        Map<String, NodeWiring> wiring = compose("gateway");

        Binding.Remote remote = (Binding.Remote) wiring.get("device").bindings().getFirst();
        assertThat(remote.link()).isEqualTo("serial");
        assertThat(remote.deadlineMs()).isEqualTo(250);
        assertThat(wiring.get("device").links()).extracting(NodeWiring.LinkEnd::serves).containsExactly(false);
        assertThat(wiring.get("gateway").links()).extracting(NodeWiring.LinkEnd::serves).containsExactly(true);
        assertThat(wiring.get("gateway").served()).containsExactly(new NodeWiring.Served(remote.function(), remote.to()));
    }

    @Test
    void aLinkKnowsItsLargestMessageInEitherDirection() {
        assertThat(compose("device").get("device").links()).as("nobody calls").extracting(NodeWiring.LinkEnd::traffic)
                .containsExactly(new LinkTraffic(1));
        assertThat(compose("gateway").get("device").links()).as("i32 there, f32 back").extracting(NodeWiring.LinkEnd::traffic)
                .containsExactly(new LinkTraffic(4));
        CoreSignature wide = CoreSignature.of("ifd", "l");
        module("user", List.of(new ModuleInterface.Import("a:b/meter", "read", wide)),
                List.of(new ModuleInterface.Export("a:b/user#tick", CoreSignature.NOTHING)));
        module("meter", List.of(), List.of(new ModuleInterface.Export("a:b/meter#read", wide)));
        assertThat(compose("gateway").get("gateway").links()).as("the same at both ends").extracting(NodeWiring.LinkEnd::traffic)
                .containsExactly(new LinkTraffic(16));
    }

    @Test
    void movingAModuleChangesNeitherNumbersNorFingerprint() {
        assertThat(compose("device").get("device").fingerprint()).isEqualTo(compose("gateway").get("gateway").fingerprint());
    }

    @Test
    void anotherTypeChangesTheFingerprint() {
        int before = compose("gateway").get("gateway").fingerprint();
        module("user", List.of(new ModuleInterface.Import("a:b/meter", "read", CoreSignature.of("ii", "f"))),
                List.of(new ModuleInterface.Export("a:b/user#tick", CoreSignature.NOTHING)));
        module("meter", List.of(), List.of(new ModuleInterface.Export("a:b/meter#read", CoreSignature.of("ii", "f"))));

        assertThat(compose("gateway").get("gateway").fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aLinkEndUsesTheBoardsUartForLinks() {
        Map<String, NodeWiring> wiring = compose("gateway");

        assertThat(wiring.get("device").links()).singleElement().satisfies(end -> {
            assertThat(end.peer()).isEqualTo("gateway");
            assertThat(BOARDS.find("mps2-an385").orElseThrow().uarts().get(end.uart()).role()).isEqualTo("link");
        });
    }

    @Test
    void anImportOfTheRuntimeNeedsNoWire() {
        module("meter", List.of(new ModuleInterface.Import("thingspire:host/clock", "now", CoreSignature.of("", "l"))),
                List.of(new ModuleInterface.Export("a:b/meter#read", READ)));

        assertThat(compose("device").get("device").bindings()).anySatisfy(binding -> assertThat(binding).isInstanceOf(Binding.Host.class));
    }

    @Test
    void aHostFunctionThatDoesNotExistNamesThoseThatDo() {
        module("meter", List.of(new ModuleInterface.Import("thingspire:host/clock", "yesterday", CoreSignature.of("", "l"))),
                List.of(new ModuleInterface.Export("a:b/meter#read", READ)));

        assertThatThrownBy(() -> compose("device")).hasMessageContaining("yesterday").hasMessageContaining("It has: now.");
    }

    @Test
    void vectorsAndSeveralResultsStayOnOneNode() {
        for (CoreSignature signature : List.of(CoreSignature.of("v", "i"), CoreSignature.of("i", "v"), CoreSignature.of("", "ii"))) {
            module("user", List.of(new ModuleInterface.Import("a:b/meter", "read", signature)),
                    List.of(new ModuleInterface.Export("a:b/user#tick", CoreSignature.NOTHING)));
            module("meter", List.of(), List.of(new ModuleInterface.Export("a:b/meter#read", signature)));

            assertThat(compose("device").get("device").bindings()).hasSize(1);
            assertThatThrownBy(() -> compose("gateway")).hasMessageContaining("calls meter.read on node \"gateway\" as " + signature)
                    .hasMessageContaining("Place both modules on one node");
        }
    }

    @Test
    void aTaskForAFunctionWithParametersIsRefused() {
        module("user", List.of(new ModuleInterface.Import("a:b/meter", "read", READ)),
                List.of(new ModuleInterface.Export("a:b/user#tick", CoreSignature.of("i", ""))));

        assertThatThrownBy(() -> compose("device")).hasMessageContaining("takes and returns nothing");
    }
}
