// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.wiring.Binding.Import;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Wire;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wit.host.HostFunction;
import org.thingspire.wit.host.HostInterfaces;

/** Finds what serves each import of each module: along a wire the export of another module, or a host function. */
final class ImportResolver {

    /** What an import is joined to, wherever modules are placed. */
    sealed interface Server {
        record OfModule(Export export) implements Server {
        }

        record OfHost(HostFunction function) implements Server {
        }
    }

    private final TopologyFile file;
    private final Map<String, ModuleInterface> interfaces;
    private final HostInterfaces host;
    private final List<Problem> problems;

    /** @param problems takes what doesn't fit together */
    ImportResolver(TopologyFile file, Map<String, ModuleInterface> interfaces, HostInterfaces host, List<Problem> problems) {
        this.file = file;
        this.interfaces = interfaces;
        this.host = host;
        this.problems = problems;
    }

    /** All imports in the order of modules and of each module's own import section; those with problems are left out. */
    Map<Import, Server> resolve() {
        Map<Import, Server> servers = new LinkedHashMap<>();
        for (Module module : file.topology().getModules()) {
            for (ModuleInterface.Import function : interfaces.get(module.getName()).imports()) {
                Import from = new Import(module.getName(), function.module(), function.name(), function.signature());
                serverOf(module, from).ifPresent(server -> servers.put(from, server));
            }
        }
        return servers;
    }

    private Optional<Server> serverOf(Module importer, Import from) {
        Optional<Wire> wire = file.topology().getWires().stream()
                .filter(w -> w.getFrom() == importer && w.getInterface().equals(from.module())).findFirst();
        if (wire.isPresent()) {
            return exportAlong(wire.get(), importer, from);
        }
        return host.offers(from.module()) ? hostFunction(importer, from) : noWire(importer, from);
    }

    private Optional<Server> exportAlong(Wire wire, Module importer, Import from) {
        String name = from.module() + "#" + from.name();
        Optional<CoreSignature> offered = exportOf(wire.getTo(), name);
        if (offered.isEmpty()) {
            problems.add(Problem.error(source(importer), Position.NONE, element(importer),
                    "imports %s#%s, but module \"%s\" does not export it".formatted(from.module(), from.name(), wire.getTo().getName()),
                    "It exports: %s. Correct the name on one side.".formatted(exportsOf(wire.getTo()))));
            return Optional.empty();
        }
        if (!offered.get().equals(from.signature())) {
            problems.add(wrongType(importer, from, "module \"" + wire.getTo().getName() + "\" exports it", offered.get()));
            return Optional.empty();
        }
        return Optional.of(new Server.OfModule(new Export(wire.getTo().getName(), name, from.signature())));
    }

    private Optional<Server> hostFunction(Module importer, Import from) {
        Optional<HostFunction> function = host.find(from.module(), from.name());
        if (function.isEmpty()) {
            problems.add(Problem.error(source(importer), Position.NONE, element(importer),
                    "imports %s#%s, which the runtime does not have".formatted(from.module(), from.name()),
                    "It has: %s.".formatted(String.join(", ", host.names(from.module())))));
            return Optional.empty();
        }
        CoreSignature offered = function.get().signature();
        if (!offered.equals(from.signature())) {
            problems.add(wrongType(importer, from, "the runtime has it", offered));
            return Optional.empty();
        }
        return Optional.of(new Server.OfHost(function.get()));
    }

    private Optional<Server> noWire(Module importer, Import from) {
        String exporters = file.topology().getModules().stream()
                .filter(module -> exportOf(module, from.module() + "#" + from.name()).isPresent())
                .map(module -> "\"" + module.getName() + "\"").collect(Collectors.joining(", "));
        problems.add(Problem.error(file.path(), file.source().position(importer), element(importer),
                "imports %s#%s, but no wire serves it".formatted(from.module(), from.name()),
                exporters.isEmpty() ? "No module exports it: add one that does and a wire to it."
                        : "Add a wire from \"%s\" with this interface to %s.".formatted(importer.getName(), exporters)));
        return Optional.empty();
    }

    private Problem wrongType(Module importer, Import from, String where, CoreSignature offered) {
        return Problem.error(source(importer), Position.NONE, element(importer),
                "imports %s#%s as %s, but %s as %s".formatted(from.module(), from.name(), from.signature(), where, offered),
                "Declare it with the same parameters and result on both sides.");
    }

    private Optional<CoreSignature> exportOf(Module module, String name) {
        return interfaces.get(module.getName()).exports().stream()
                .filter(export -> export.name().equals(name)).map(ModuleInterface.Export::signature).findFirst();
    }

    private String exportsOf(Module module) {
        String names = interfaces.get(module.getName()).exports().stream()
                .map(ModuleInterface.Export::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names;
    }

    private Path source(Module module) {
        return file.resolve(module.getSource());
    }

    private static String element(Module module) {
        return "module \"" + module.getName() + "\"";
    }
}
