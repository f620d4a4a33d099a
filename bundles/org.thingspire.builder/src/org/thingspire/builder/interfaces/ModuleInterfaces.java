// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Suggestion;
import org.thingspire.topology.Labels;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.model.Module;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.abi.Direction;
import org.thingspire.wit.abi.Flattening;
import org.thingspire.wit.abi.NumbersOnly;
import org.thingspire.wit.host.HostInterfaces;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;

/**
 * Checks what modules import and export: each function of a declared interface has the type that the canonical ABI gives it. A
 * mistake is reported where the interface stands, because that is what all modules agreed on; the message names the module.
 */
public final class ModuleInterfaces {

    /** Exports that follow a function's export under this are called after it, to free what it returned (CanonicalABI.md). */
    private static final String AFTER_RETURN = "cabi_post_";
    /** What the ABI imports to manage handles begins with this; functions of resources begin otherwise. */
    private static final String HANDLES = "[resource-";

    private final TopologyFile file;
    private final InterfaceCatalog declared;
    private final HostInterfaces host;
    private final Undeclared undeclared;
    private final Flattening flattening = new Flattening();
    private final NumbersOnly numbersOnly = new NumbersOnly(flattening);
    private final List<Problem> problems = new ArrayList<>();

    private ModuleInterfaces(TopologyFile file, InterfaceCatalog declared, HostInterfaces host) {
        this.file = file;
        this.host = host;
        this.declared = declared;
        this.undeclared = new Undeclared(declared);
    }

    /**
     * @param host what the runtime offers: a project may declare it, too, for tools that make code of WIT files
     * @param modules what each module, by its name in the topology, imports and exports
     */
    public static List<Problem> check(TopologyFile file, InterfaceCatalog declared, HostInterfaces host, Map<String, ModuleInterface> modules) {
        ModuleInterfaces check = new ModuleInterfaces(file, declared, host);
        for (Module module : file.topology().getModules()) {
            check.imports(module, modules.get(module.getName()));
            check.exports(module, modules.get(module.getName()));
        }
        return check.problems;
    }

    private void imports(Module module, ModuleInterface is) {
        Set<String> unknown = new LinkedHashSet<>();
        for (ModuleInterface.Import imported : is.imports()) {
            FunctionName name = new FunctionName(imported.module(), imported.name());
            declared.find(imported.module()).ifPresentOrElse(of -> imported(module, name, imported.signature(), of),
                    () -> unknown.add(imported.module()));
        }
        unknown.forEach(each -> warnIfUndeclared(module, "imports", each));
    }

    private void imported(Module module, FunctionName name, CoreSignature signature, Interface of) {
        if (name.function().startsWith(HANDLES)) {
            problems.add(error(module, of, of.position(), "imports %s: handles of resources can not be passed yet".formatted(name),
                    "Pass a number that the exporting module knows the thing by."));
            return;
        }
        Optional<Function> function = of.function(name.function());
        if (function.isEmpty()) {
            unknownFunction(module, "imports", name, of);
            return;
        }
        Optional<String> obstacle = isOfHost(module, of) ? Optional.empty() : numbersOnly.obstacle(function.get());
        if (obstacle.isPresent()) {
            problems.add(error(module, of, function.get().position(), "calls %s, but it %s".formatted(name.function(), obstacle.get()),
                    "What modules pass each other are numbers, enums, flags, and records and variants of these:"
                            + " at most 16 numbers there and one back."));
            return;
        }
        compare(module, "imports", function.get(), signature, Direction.IMPORT, of);
    }

    private boolean isOfHost(Module importer, Interface of) {
        return host.offers(of.id()) && file.topology().getWires().stream()
                .noneMatch(wire -> wire.getFrom() == importer && wire.getInterface().equals(of.id()));
    }

    private void exports(Module module, ModuleInterface is) {
        Set<String> offered = new LinkedHashSet<>();
        for (ModuleInterface.Export export : is.exports()) {
            Optional<FunctionName> name = FunctionName.ofExport(export.name());
            if (name.isEmpty() || export.name().startsWith(AFTER_RETURN)) {
                continue;
            }
            offered.add(name.get().interfaceName());
            declared.find(name.get().interfaceName()).ifPresent(of -> of.function(name.get().function()).ifPresentOrElse(
                    function -> compare(module, "exports", function, export.signature(), Direction.EXPORT, of),
                    () -> unknownFunction(module, "exports", name.get(), of)));
        }
        for (String each : offered) {
            warnIfUndeclared(module, "exports", each);
            declared.find(each).ifPresent(of -> whole(module, is, of));
        }
    }

    /** Who offers an interface offers all of it: others may call any of its functions. */
    private void whole(Module module, ModuleInterface is, Interface of) {
        for (Function function : of.functions()) {
            FunctionName name = new FunctionName(of.id(), function.name());
            if (is.exports().stream().noneMatch(export -> export.name().equals(name.toString()))) {
                problems.add(error(module, of, function.position(), "exports others of interface %s, but not \"%s\""
                        .formatted(of.id(), function.name()), "Export it as %s, or move it to an interface of its own.".formatted(name)));
            }
        }
    }

    private void compare(Module module, String verb, Function function, CoreSignature is, Direction direction, Interface of) {
        CoreSignature wanted = flattening.signature(function, direction);
        if (!is.equals(wanted)) {
            problems.add(error(module, of, function.position(), "%s \"%s\" as %s, but it is declared as %s"
                    .formatted(verb, function.name(), is, wanted),
                    "Correct it in %s, or here.".formatted(module.getSource())));
        }
    }

    private void unknownFunction(Module module, String verb, FunctionName name, Interface of) {
        problems.add(error(module, of, of.position(), "%s %s, but this interface has no function \"%s\""
                .formatted(verb, name, name.function()),
                Suggestion.remedy(name.function(), of.functionNames(), "functions")));
    }

    private void warnIfUndeclared(Module module, String verb, String interfaceName) {
        if (undeclared.is(interfaceName)) {
            Path source = file.resolve(module.getSource());
            problems.add(Problem.warning(source, Position.NONE, Labels.of(module),
                    "%s %s the interface %s, which no WIT file declares".formatted(Labels.of(module), verb, interfaceName),
                    undeclared.remedy(interfaceName)));
        }
    }

    private static Problem error(Module module, Interface of, Position position, String message, String remedy) {
        return Problem.error(of.file(), position, Labels.of(module), Labels.of(module) + " " + message, remedy);
    }
}
