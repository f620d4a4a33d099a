// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.builder.wiring.Binding.Import;
import org.thingspire.builder.wiring.NodeWiring.LinkEnd;
import org.thingspire.builder.wiring.NodeWiring.PlacedModule;
import org.thingspire.builder.wiring.NodeWiring.PlacedTask;
import org.thingspire.builder.wiring.NodeWiring.Served;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;
import org.thingspire.wit.host.HostFunction;

class WiringWriterTest {

    private static final CoreSignature READ = CoreSignature.of("i", "f");
    private static final Import READS = new Import("control", "a:b/probe", "read", READ);
    private static final Export PROBE_READ = new Export("probe", "a:b/probe#read", READ);

    @Test
    void aWireOnTheSameNodeGoesThroughTheGateOfTheCallee() {
        String c = WiringWriter.write(new NodeWiring("device", 0x1234,
                List.of(new PlacedModule("control", true, false), new PlacedModule("probe", true, false)),
                List.of(new Binding.Local(READS, PROBE_READ)), List.of(), List.of(), List.of()));

        assertThat(c).contains("""
                /* control calls probe.read */
                float import_0(uint32_t a0) __asm__("control.import.a:b/probe.read");
                float import_0(uint32_t a0)
                {
                    ts_value values[1];
                    values[0].i32 = a0;
                    ts_gate_call(&probe_instance, entry_0, values);
                    return values[0].f32;
                }
                """).contains("""
                extern float export_0(uint32_t a0) __asm__("probe.export.a:b/probe#read");
                static void entry_0(ts_value *values)
                {
                    values[0].f32 = export_0(values[0].i32);
                }
                """);
    }

    @Test
    void vectorsAndSeveralResultsGoThroughTheGateOfTheCallee() {
        CoreSignature mix = CoreSignature.of("iv", "lv");
        String c = WiringWriter.write(new NodeWiring("device", 0x1234,
                List.of(new PlacedModule("control", true, false), new PlacedModule("probe", true, false)),
                List.of(new Binding.Local(new Import("control", "a:b/probe", "mix", mix), new Export("probe", "a:b/probe#mix", mix))),
                List.of(), List.of(), List.of()));

        assertThat(c).contains("""
                struct import_0_results { uint64_t r0; ts_vector r1; };
                void import_0(struct import_0_results *results, uint32_t a0, const ts_vector *a1) __asm__("control.import.a:b/probe.mix");
                void import_0(struct import_0_results *results, uint32_t a0, const ts_vector *a1)
                {
                    ts_value values[3];
                    values[0].i32 = a0;
                    values[1].i64 = a1->half[0];
                    values[2].i64 = a1->half[1];
                    ts_gate_call(&probe_instance, entry_0, values);
                    results->r0 = values[0].i64;
                    results->r1.half[0] = values[1].i64;
                    results->r1.half[1] = values[2].i64;
                }
                """).contains("""
                struct export_0_results { uint64_t r0; ts_vector r1; };
                extern void export_0(struct export_0_results *results, uint32_t a0, const ts_vector *a1) __asm__("probe.export.a:b/probe#mix");
                static void entry_0(ts_value *values)
                {
                    struct export_0_results results;
                    const ts_vector a1 = { { values[1].i64, values[2].i64 } };
                    export_0(&results, values[0].i32, &a1);
                    values[0].i64 = results.r0;
                    values[1].i64 = results.r1.half[0];
                    values[2].i64 = results.r1.half[1];
                }
                """);
    }

    @Test
    void aWireToAnotherNodeNamesLinkFunctionAndDeadline() {
        String c = WiringWriter.write(new NodeWiring("device", 0x1234, List.of(new PlacedModule("control", true, false)),
                List.of(new Binding.Remote(READS, PROBE_READ, 7, "gateway", "serial", 1000)), List.of(),
                List.of(new LinkEnd("serial", "gateway", 1, new LinkTraffic(4), false)), List.of()));

        assertThat(c).contains("static const ts_remote remote_0 = { &links[0], 7, \"i\", \"f\", 1000, \"probe.read on gateway\" };")
                .contains("ts_remote_call(&remote_0, values);");
    }

    @Test
    void aHostFunctionGetsTheCallingInstanceFirst() {
        Import writes = new Import("control", "thingspire:host/log", "write", CoreSignature.of("ii", ""));
        String c = WiringWriter.write(new NodeWiring("device", 0x1234, List.of(new PlacedModule("control", true, false)),
                List.of(new Binding.Host(writes, new HostFunction("thingspire:host/log", "write",
                        new CoreSignature(List.of(CoreType.I32, CoreType.I32), List.of()), "ts_host_log_write"))),
                List.of(), List.of(), List.of()));

        assertThat(c).contains("    ts_host_log_write(TS_CALLER(&control_instance), a0, a1);");
    }

    @Test
    void whatOthersCallIsServedUnderItsNumber() {
        String c = WiringWriter.write(new NodeWiring("gateway", 0x1234, List.of(new PlacedModule("probe", false, false)), List.of(), List.of(),
                List.of(new LinkEnd("serial", "device", 0, new LinkTraffic(4), true)), List.of(new Served(7, PROBE_READ))));

        assertThat(c).contains("{ 7, &probe_instance, entry_0, \"i\", \"f\" },").contains(".served_count = 1");
    }

    @Test
    void aLinkHasBuffersForItsLargestMessageAndAServerOnlyIfThePeerCalls() {
        String asking = WiringWriter.write(new NodeWiring("device", 0x1234, List.of(), List.of(), List.of(),
                List.of(new LinkEnd("serial", "gateway", 1, new LinkTraffic(8), false)), List.of()));
        String asked = WiringWriter.write(new NodeWiring("gateway", 0x1234, List.of(), List.of(), List.of(),
                List.of(new LinkEnd("serial", "device", 1, new LinkTraffic(8), true)), List.of()));

        assertThat(asking).contains("static TS_RPC(serial_link, NULL);\nstatic TS_SERIAL(serial_link_serial, 1, TS_MESSAGE_SIZE(8));")
                .doesNotContain("TS_RPC_SERVER");
        assertThat(asked).contains("static TS_RPC_SERVER(serial_link);\nstatic TS_RPC(serial_link, &serial_link_server);\n"
                + "static TS_SERIAL(serial_link_serial, 1, TS_MESSAGE_SIZE(8));");
    }

    @Test
    void theStartNeedsAStackOfItsOwnOnlyIfNoOtherThreadComesAfterIt() {
        Export update = new Export("control", "update", CoreSignature.NOTHING);
        PlacedTask tick = new PlacedTask("tick", update, 1000, 10, 2048);
        LinkEnd asked = new LinkEnd("serial", "device", 1, new LinkTraffic(8), true);
        List<PlacedModule> modules = List.of(new PlacedModule("control", false, false));

        String withTask = WiringWriter.write(new NodeWiring("n", 1, modules, List.of(), List.of(tick), List.of(asked), List.of()));
        String withServer = WiringWriter.write(new NodeWiring("n", 1, modules, List.of(), List.of(), List.of(asked), List.of()));
        String alone = WiringWriter.write(new NodeWiring("n", 1, modules, List.of(), List.of(), List.of(), List.of()));

        assertThat(withTask).contains(".starter = { &tick_thread, TS_STACK(tick_stack), 10 }").doesNotContain("start_stack");
        assertThat(withServer).contains(".starter = { &serial_link_serving, TS_STACK(serial_link_serve_stack), TS_PRIORITY_SERVE }")
                .doesNotContain("start_stack");
        assertThat(alone).contains("static TS_THREAD_STACK(start_stack, TS_START_STACK);").contains(".starter = { &start_thread,");
    }

    @Test
    void namesWithHyphensBecomeIdentifiers() {
        Export update = new Export("fan-control", "update", CoreSignature.NOTHING);
        String c = WiringWriter.write(new NodeWiring("device", 0x1234, List.of(new PlacedModule("fan-control", false, false)), List.of(),
                List.of(new PlacedTask("every-second", update, 1000, 10, 2048)), List.of(), List.of()));

        assertThat(c).contains("{ \"every-second\", &fan_control_instance, entry_0, 1000, &every_second_thread, TS_STACK(every_second_stack), 10 },");
    }

    @Test
    void namesOfTheRuntimeAreLeftToIt() {
        Export update = new Export("ts", "update", CoreSignature.NOTHING);
        String c = WiringWriter.write(new NodeWiring("device", 0x1234, List.of(new PlacedModule("ts", false, false)), List.of(),
                List.of(new PlacedTask("ts-running", update, 1000, 10, 2048)), List.of(), List.of()));

        assertThat(c).contains("static const ts_module Ts_module = { \"ts\",", "static ts_thread Ts_running_thread;");
    }
}
