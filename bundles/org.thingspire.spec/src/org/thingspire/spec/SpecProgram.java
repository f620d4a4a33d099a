// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.ExternType;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.ModuleLinks;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.wasm.CoreSignature;

/**
 * One script as a program: compiles its modules and collects the driver that runs its commands. What needs no running
 * (modules that have to be refused) is judged here; what can't be judged is counted with its reason.
 */
final class SpecProgram {

    private static final long PAGE = 65_536;

    /** The two reasons for leaving a command out. */
    static final String TEXT_FORMAT = "text format";
    static final String TOO_MUCH_MEMORY = "more memory than the board has";

    /**
     * A module of the script.
     *
     * @param exports what it exports
     * @param owners  the symbols of the memories, tables and globals among that, which may be another module's
     * @param missing why there is no object
     */
    private record Instance(SymbolNames names, Map<String, ExternType> exports, Map<String, String> owners, Optional<String> missing) {

        static Instance missing(SymbolNames names, String why) {
            return new Instance(names, Map.of(), Map.of(), Optional.of(why));
        }
    }

    private final SpecSuite suite;
    private final Machine machine;
    private final Optimization optimization;

    private final DriverSource driver = new DriverSource();
    private final Map<String, byte[]> objects = new LinkedHashMap<>();
    private final Map<String, Instance> named = new HashMap<>();
    private final Map<String, Instance> registered = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    /** The lines of modules whose state other commands reach. */
    private final Set<Integer> sharing = new HashSet<>();
    private Instance latest;
    private int judged;
    private long memory;

    SpecProgram(SpecSuite suite, Machine machine, Optimization optimization) {
        this.suite = suite;
        this.machine = machine;
        this.optimization = optimization;
    }

    void add(String script) throws IOException {
        registered.put(SpecTestModule.NAME, spectest());
        List<ScriptCommand> commands = suite.commands(script);
        sharing.addAll(SharingModules.of(commands));
        for (ScriptCommand command : commands) {
            if (machine.isTooSmallFor(script, command.line())) {
                skip(TOO_MUCH_MEMORY);
                continue;
            }
            switch (command) {
                case ScriptCommand.Module module -> addModule(module);
                case ScriptCommand.Register register -> registered.put(register.as(), instance(register.module()));
                case ScriptCommand.Invoke invoke -> addInvocation(invoke);
                case ScriptCommand.Get get -> addComparison(get);
                case ScriptCommand.Unlinkable module -> judgeUnlinkable(module);
                case ScriptCommand.Uninstantiable module -> addUninstantiable(module);
                case ScriptCommand.Invalid module -> judgeInvalid(module);
                case ScriptCommand.Other other -> skip(other.why());
            }
        }
    }

    DriverSource driver() {
        return driver;
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    /** The commands judged without running anything. */
    int judged() {
        return judged;
    }

    List<String> failures() {
        return failures;
    }

    /** How many commands for each reason. */
    Map<String, Integer> skipped() {
        return skipped;
    }

    private void skip(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    private Instance instance(Optional<String> name) {
        return name.map(named::get).orElse(latest);
    }

    private void addModule(ScriptCommand.Module module) throws IOException {
        latest = compile(module.line(), module.file());
        module.name().ifPresent(name -> named.put(name, latest));
        if (latest.missing().isEmpty()) {
            driver.call(module.line(), driver.declare(latest.names().initialize(), CoreSignature.NOTHING), 0);
        } else {
            skip(latest.missing().get());
        }
    }

    private void addUninstantiable(ScriptCommand.Uninstantiable module) throws IOException {
        Instance instance = compile(module.line(), module.file());
        if (instance.missing().isEmpty()) {
            driver.call(module.line(), driver.declare(instance.names().initialize(), CoreSignature.NOTHING), TrapTexts.number(module.trap()));
        } else {
            skip(instance.missing().get());
        }
    }

    private static Instance spectest() {
        Map<String, String> owners = new HashMap<>();
        SpecTestModule.exports().keySet().forEach(name -> owners.put(name, SpecTestModule.symbol(name)));
        return new Instance(new SymbolNames(SpecTestModule.NAME), SpecTestModule.exports(), owners, Optional.empty());
    }

    private Instance compile(int line, String file) throws IOException {
        SymbolNames names = new SymbolNames("m" + objects.size());
        byte[] wasm = suite.module(file);
        try {
            ModuleLinks links = ModuleReader.links(wasm);
            CompiledObject compiled = AotCompiler.compile(wasm, machine.target(), options(names, links, sharing.contains(line)));
            Optional<String> unresolved = links.imports().stream().map(entry -> registered.get(entry.module()))
                    .filter(provider -> provider != null && provider.missing().isPresent()).findFirst()
                    .flatMap(Instance::missing);
            if (unresolved.isPresent()) {
                return Instance.missing(names, unresolved.get());
            }
            if (memory + compiled.reservedMemory() > machine.memory()) {
                return Instance.missing(names, TOO_MUCH_MEMORY);
            }
            memory += compiled.reservedMemory();
            objects.put(names.placement(), compiled.object());
            links.imports().stream().distinct().forEach(entry -> provide(names, entry));
            return instance(names, links);
        } catch (UnsupportedModuleException e) {
            return Instance.missing(names, "not supported: " + e.getMessage());
        } catch (CompileException e) {
            failures.add("line " + line + ": " + e.getMessage());
            return Instance.missing(names, "depends on a failure");
        }
    }

    private CompileOptions options(SymbolNames names, ModuleLinks links, boolean shares) {
        CompileOptions options = CompileOptions.named(names.placement()).with(optimization);
        OptionalLong budget = links.memory().map(ExternType.Memory::limits).filter(pages -> pages.maximum().isEmpty())
                .map(pages -> machine.growthBudget(pages.minimum() * PAGE)).orElse(OptionalLong.empty());
        CompileOptions sized = budget.isPresent() ? options.withMemoryBudget(budget.getAsLong()) : options;
        return shares ? sized.withSharedState() : sized;
    }

    private Instance instance(SymbolNames names, ModuleLinks links) {
        Map<String, ExternType> exports = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (ModuleLinks.Export export : links.exports()) {
            exports.put(export.name(), export.type());
            owners.put(export.name(), export.forwarded().map(this::owner).orElse(names.export(export.name())));
        }
        return new Instance(names, exports, owners, Optional.empty());
    }

    /** The symbol of the memory, table or global that an import means. */
    private String owner(ModuleLinks.Import entry) {
        return registered.get(entry.module()).owners().get(entry.name());
    }

    private void provide(SymbolNames names, ModuleLinks.Import entry) {
        String symbol = names.imported(entry.module(), entry.name());
        if (!(entry.type() instanceof ExternType.Function(CoreSignature signature))) {
            driver.point(symbol, owner(entry));
            return;
        }
        Instance provider = registered.get(entry.module());
        boolean isPrint = entry.module().equals(SpecTestModule.NAME);
        driver.define(symbol, signature, isPrint ? null : driver.declare(provider.names().export(entry.name()), signature));
    }

    private void addInvocation(ScriptCommand.Invoke invoke) {
        Instance instance = instance(invoke.module());
        if (instance.missing().isPresent()) {
            skip(instance.missing().get());
            return;
        }
        CoreSignature signature = ((ExternType.Function) instance.exports().get(invoke.field())).signature();
        String function = driver.declare(instance.names().export(invoke.field()), signature);
        int trap = invoke.trap().map(TrapTexts::number).orElse(0);
        driver.invoke(invoke.line(), function, signature, invoke.arguments(), invoke.expected().orElse(List.of()), trap);
    }

    private void addComparison(ScriptCommand.Get get) {
        Instance instance = instance(get.module());
        if (instance.missing().isPresent()) {
            skip(instance.missing().get());
            return;
        }
        ExternType.Global global = (ExternType.Global) instance.exports().get(get.field());
        driver.compare(get.line(), instance.owners().get(get.field()), global.type(), get.expected().getFirst());
    }

    private void judgeUnlinkable(ScriptCommand.Unlinkable module) throws IOException {
        judged++;
        try {
            ModuleLinks links = ModuleReader.links(suite.module(module.file()));
            Optional<String> obstacle = links.obstacle(entry -> Optional.ofNullable(registered.get(entry.module()))
                    .map(provider -> provider.exports().get(entry.name())));
            if (obstacle.isEmpty() || !obstacle.get().startsWith(module.why())) {
                failures.add("line %s: links (%s), expected %s".formatted(module.line(), obstacle.orElse("no obstacle"), module.why()));
            }
        } catch (CompileException e) {
            failures.add("line " + module.line() + ": " + e.getMessage() + ", expected " + module.why());
        }
    }

    private void judgeInvalid(ScriptCommand.Invalid module) throws IOException {
        judged++;
        try {
            AotCompiler.compile(suite.module(module.file()), machine.target(), CompileOptions.named("invalid").with(optimization));
            failures.add("line " + module.line() + ": not refused though " + module.rule());
        } catch (InvalidModuleException | UnsupportedModuleException e) {
            // as it has to be, though a later version of WebAssembly may allow it
        } catch (CompileException e) {
            failures.add("line " + module.line() + ": " + e.getMessage() + ", expected " + module.rule());
        }
    }
}
