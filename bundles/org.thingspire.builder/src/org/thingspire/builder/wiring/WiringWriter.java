// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.thingspire.aot.api.SymbolNames;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/**
 * Writes a node's wiring as C: the code and tables between the modules' objects and the runtime. It is C, and readable,
 * because it is the answer to "what happens between my modules", and the debugger steps through it.
 *
 * <p>Each exported function that anyone calls gets an <em>entry</em>, a function from an array of values to an array of
 * values; each imported function gets a <em>stub</em> under the symbol that the importing object leaves undefined.
 */
public final class WiringWriter {

    private final NodeWiring wiring;
    private final StringBuilder out = new StringBuilder();
    /** Every export that something on this node enters; the index names its C function. */
    private final List<Export> entries;

    private WiringWriter(NodeWiring wiring) {
        this.wiring = wiring;
        Set<Export> entered = new LinkedHashSet<>();
        wiring.tasks().forEach(task -> entered.add(task.function()));
        wiring.bindings().forEach(binding -> {
            if (binding instanceof Binding.Local local) {
                entered.add(local.to());
            }
        });
        wiring.served().forEach(served -> entered.add(served.function()));
        this.entries = entered.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The C source; the same wiring gives the same text. */
    public static String write(NodeWiring wiring) {
        return new WiringWriter(wiring).write();
    }

    private String write() {
        line("/* Wiring of node %s, made by ThingSpire from the topology. Changes here are lost at the next build. */", wiring.node());
        line("#include \"host.h\"");
        line("#include \"thingspire/invocation.h\"");
        line("#include \"thingspire/node.h\"");
        line("#include \"thingspire/rpc.h\"");
        line("#include \"thingspire/serial.h\"");
        wiring.modules().forEach(this::module);
        for (int i = 0; i < entries.size(); i++) {
            entry(i, entries.get(i));
        }
        links();
        for (int i = 0; i < wiring.bindings().size(); i++) {
            stub(i, wiring.bindings().get(i));
        }
        tasks();
        served();
        node();
        return out.toString();
    }

    private void module(NodeWiring.PlacedModule module) {
        String c = WiringNames.of(module.name());
        SymbolNames symbols = new SymbolNames(module.name());
        line("");
        line("/* module %s */", module.name());
        if (module.hasMemory()) {
            line("extern uint8_t %s_memory[] __asm__(%s);", c, WiringNames.string(symbols.memory()));
            line("extern const uint32_t %s_memory_size __asm__(%s);", c, WiringNames.string(symbols.memorySize()));
        }
        line("extern uint32_t %s_stack_pointer __asm__(%s) __attribute__((weak));", c, WiringNames.string(symbols.stackPointer()));
        line("extern void %s_initialize(void) __asm__(%s);", c, WiringNames.string(symbols.initialize()));
        if (module.isReactor()) {
            line("extern void %s_reactor(void) __asm__(%s);", c, WiringNames.string(symbols.export(Composer.INITIALIZE)));
            line("static void %s_begin(void)", c);
            line("{");
            line("    %s_initialize();", c);
            line("    %s_reactor();", c);
            line("}");
        }
        line("static const ts_module %s_module = { %s, %s, %s, &%s_stack_pointer, %s, %s };", c, WiringNames.string(module.name()),
                module.hasMemory() ? c + "_memory" : "NULL", module.hasMemory() ? "&" + c + "_memory_size" : "NULL", c,
                c + (module.isReactor() ? "_begin" : "_initialize"), module.restarts());
        line("static ts_instance %s_instance = { .module = &%s_module };", c, c);
    }

    private void entry(int index, Export export) {
        CFunction function = new CFunction(export.signature());
        line("");
        line("/* into %s */", export.shortName());
        function.resultStruct("export_" + index).ifPresent(struct -> line("%s", struct));
        line("extern %s __asm__(%s);", function.prototype("export_" + index),
                WiringNames.string(new SymbolNames(export.module()).export(export.name())));
        line("static void entry_%s(ts_value *values)", index);
        line("{");
        function.callWithValues("export_" + index).forEach(statement -> line("    %s", statement));
        line("}");
    }

    private void stub(int index, Binding binding) {
        Binding.Import from = binding.from();
        CFunction function = new CFunction(from.signature());
        String name = "import_" + index;
        line("");
        line("/* %s calls %s */", from.importer(), describe(binding));
        if (binding instanceof Binding.Remote remote) {
            line("static const ts_remote remote_%s = { &links[%s], %s, %s, %s, %s, %s };", index, linkIndex(remote.link()), remote.function(),
                    letters(from.signature().parameters()), letters(from.signature().results()), remote.deadlineMs(),
                    WiringNames.string(describe(binding)));
        }
        function.resultStruct(name).ifPresent(struct -> line("%s", struct));
        line("%s __asm__(%s);", function.prototype(name), WiringNames.string(new SymbolNames(from.importer()).imported(from.module(), from.name())));
        line("%s", function.prototype(name));
        line("{");
        List<String> body = switch (binding) {
            case Binding.Local local -> function.bodyThroughValues("ts_gate_call(&%s_instance, entry_%s, values);"
                    .formatted(WiringNames.of(local.to().module()), entries.indexOf(local.to())));
            case Binding.Remote remote -> function.bodyThroughValues("ts_remote_call(&remote_%s, values);".formatted(index));
            case Binding.Host hosted -> List.of(function.forward(hosted.to().cFunction(),
                    "TS_CALLER(&%s_instance)".formatted(WiringNames.of(from.importer()))));
        };
        body.forEach(statement -> line("    %s", statement));
        line("}");
    }

    private static String describe(Binding binding) {
        return switch (binding) {
            case Binding.Local local -> local.to().shortName();
            case Binding.Remote remote -> remote.to().shortName() + " on " + remote.node();
            case Binding.Host hosted -> "the runtime's " + hosted.to().cFunction();
        };
    }

    private void links() {
        if (wiring.links().isEmpty()) {
            return;
        }
        line("");
        for (NodeWiring.LinkEnd link : wiring.links()) {
            String c = WiringNames.of(link.name());
            if (link.serves()) {
                line("static TS_RPC_SERVER(%s_link);", c);
            }
            line("static TS_RPC(%s_link, %s);", c, link.serves() ? "&" + c + "_link_server" : "NULL");
            line("static TS_SERIAL(%s_link_serial, %s, TS_MESSAGE_SIZE(%s));", c, link.uart(), link.traffic().largestPayload());
        }
        line("static const ts_link links[] = {");
        wiring.links().forEach(link -> line("    { %s, %s, &%s_link_serial.transport, &%s_link },", WiringNames.string(link.name()),
                WiringNames.string(link.peer()), WiringNames.of(link.name()), WiringNames.of(link.name())));
        line("};");
    }

    private int linkIndex(String name) {
        return IntStream.range(0, wiring.links().size()).filter(i -> wiring.links().get(i).name().equals(name)).findFirst().orElseThrow();
    }

    private void tasks() {
        if (wiring.tasks().isEmpty()) {
            return;
        }
        line("");
        for (NodeWiring.PlacedTask task : wiring.tasks()) {
            line("static TS_THREAD_STACK(%s_stack, %s);", WiringNames.of(task.name()), task.stackBytes());
            line("static ts_thread %s_thread;", WiringNames.of(task.name()));
        }
        line("static const ts_task tasks[] = {");
        for (NodeWiring.PlacedTask task : wiring.tasks()) {
            String c = WiringNames.of(task.name());
            line("    { %s, &%s_instance, entry_%s, %s, &%s_thread, TS_STACK(%s_stack), %s },", WiringNames.string(task.name()),
                    WiringNames.of(task.function().module()), entries.indexOf(task.function()), task.periodMs(), c, c, task.priority());
        }
        line("};");
    }

    private void served() {
        if (wiring.served().isEmpty()) {
            return;
        }
        line("");
        line("static const ts_served served[] = {");
        for (NodeWiring.Served served : wiring.served()) {
            CoreSignature signature = served.function().signature();
            line("    { %s, &%s_instance, entry_%s, %s, %s },", served.number(), WiringNames.of(served.function().module()),
                    entries.indexOf(served.function()), letters(signature.parameters()), letters(signature.results()));
        }
        line("};");
    }

    private void node() {
        line("");
        if (!wiring.modules().isEmpty()) {
            line("static ts_instance *const instances[] = { %s };", wiring.modules().stream()
                    .map(module -> "&" + WiringNames.of(module.name()) + "_instance").collect(Collectors.joining(", ")));
        }
        if (!hasThreadToStartOn()) {
            line("static TS_THREAD_STACK(start_stack, TS_START_STACK);");
            line("static ts_thread start_thread;");
        }
        List<String> fields = new ArrayList<>();
        fields.add(".name = " + WiringNames.string(wiring.node()));
        fields.add(".wiring = 0x%04x".formatted(wiring.fingerprint()));
        table(fields, "instances", "instance_count", wiring.modules().size());
        table(fields, "tasks", "task_count", wiring.tasks().size());
        table(fields, "links", "link_count", wiring.links().size());
        table(fields, "served", "served_count", wiring.served().size());
        fields.add(".starter = " + starter());
        line("const ts_node ts_this_node = {");
        fields.forEach(field -> line("    %s,", field));
        line("};");
    }

    /** The thread that brings the node up goes on as the first task, or serves a link: one stack for both. */
    private String starter() {
        if (!wiring.tasks().isEmpty()) {
            NodeWiring.PlacedTask task = wiring.tasks().getFirst();
            return starter(WiringNames.of(task.name()) + "_thread", WiringNames.of(task.name()) + "_stack", task.priority());
        }
        Optional<NodeWiring.LinkEnd> server = wiring.links().stream().filter(NodeWiring.LinkEnd::serves).findFirst();
        return server.map(NodeWiring.LinkEnd::name).map(WiringNames::of)
                .map(c -> starter(c + "_link_serving", c + "_link_serve_stack", "TS_PRIORITY_SERVE"))
                .orElseGet(() -> starter("start_thread", "start_stack", "TS_PRIORITY_KERNEL"));
    }

    private static String starter(String thread, String stack, Object priority) {
        return "{ &%s, TS_STACK(%s), %s }".formatted(thread, stack, priority);
    }

    private boolean hasThreadToStartOn() {
        return !wiring.tasks().isEmpty() || wiring.links().stream().anyMatch(NodeWiring.LinkEnd::serves);
    }

    private static void table(List<String> fields, String table, String count, int size) {
        fields.add(".%s = %s".formatted(table, size == 0 ? "NULL" : table));
        fields.add(".%s = %s".formatted(count, size));
    }

    private void line(String format, Object... arguments) {
        out.append(format.formatted(arguments)).append('\n');
    }

    /** As rpc/signature.c reads them. */
    private static String letters(List<CoreType> types) {
        return WiringNames.string(CoreSignature.letters(types));
    }
}
