// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.CompileException;
import org.thingspire.aot.CompileOptions;
import org.thingspire.aot.CompiledObject;
import org.thingspire.aot.InvalidModuleException;
import org.thingspire.aot.ModuleInterface;
import org.thingspire.aot.Optimization;
import org.thingspire.aot.Signature;
import org.thingspire.aot.SymbolNames;
import org.thingspire.aot.TrapKind;
import org.thingspire.aot.UnsupportedModuleException;

import run.endive.wasm.Parser;
import run.endive.wasm.types.ExternalType;

/**
 * One script as a program: compiles its modules and collects the driver that runs its commands. What needs no running
 * (modules that have to be refused) is judged here; what can't be judged is counted with its reason.
 */
final class SpecProgram {

    private static final int STACK_EXHAUSTED = 64;
    private static final long PAGE = 65_536;

    /** A module of the script; {@code missing} says why there is no object, {@code providers} whose functions it calls. */
    private record Instance(SymbolNames names, Map<String, Signature> exports, List<Instance> providers, Optional<String> missing) {

        static Instance missing(SymbolNames names, String why) {
            return new Instance(names, Map.of(), List.of(), Optional.of(why));
        }
    }

    private final SpecSuite suite;
    private final Platform platform;
    private final Optimization optimization;

    private final DriverSource driver = new DriverSource();
    private final Map<String, byte[]> objects = new LinkedHashMap<>();
    private final Map<String, Instance> named = new HashMap<>();
    private final Map<String, Instance> registered = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    /** Instances whose memory or table a skipped module would have changed. */
    private final Set<SymbolNames> stale = new HashSet<>();
    private Instance latest;
    private int judged;
    private long memory;

    SpecProgram(SpecSuite suite, Platform platform, Optimization optimization) {
        this.suite = suite;
        this.platform = platform;
        this.optimization = optimization;
    }

    void add(String script) throws IOException {
        for (SpecCommand command : suite.commands(script)) {
            if (platform.isTooSmallFor(script, command.line())) {
                skip("more memory than the board has");
                continue;
            }
            switch (command) {
                case SpecCommand.Module module -> addModule(module);
                case SpecCommand.Register register -> registered.put(register.as(), instance(register.module()));
                case SpecCommand.Invoke invoke -> addInvocation(invoke);
                case SpecCommand.Uninstantiable module -> addUninstantiable(module);
                case SpecCommand.Invalid module -> judgeInvalid(module);
                case SpecCommand.Other other -> skip(other.why());
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

    private void addModule(SpecCommand.Module module) throws IOException {
        latest = compile(module.line(), module.file());
        module.name().ifPresent(name -> named.put(name, latest));
        if (latest.missing().isEmpty()) {
            driver.call(module.line(), driver.declare(latest.names().initialize(), new Signature("", "")), 0);
        } else {
            skip(latest.missing().get());
        }
    }

    private void addUninstantiable(SpecCommand.Uninstantiable module) throws IOException {
        Instance instance = compile(module.line(), module.file());
        if (instance.missing().isEmpty()) {
            driver.call(module.line(), driver.declare(instance.names().initialize(), new Signature("", "")), number(module.trap()));
        } else {
            skip(instance.missing().get());
        }
    }

    private Instance compile(int line, String file) throws IOException {
        SymbolNames names = new SymbolNames("m" + objects.size());
        byte[] wasm = suite.module(file);
        try {
            ModuleInterface face = ModuleInterface.read(wasm);
            CompiledObject compiled = AotCompiler.compile(wasm, platform.target(), options(names, face));
            Optional<String> unresolved = face.imports().stream().filter(entry -> !canProvide(entry))
                    .map(entry -> "imports from a module that is skipped").findFirst();
            if (unresolved.isPresent()) {
                markStale(wasm);
                return Instance.missing(names, unresolved.get());
            }
            if (memory + compiled.reservedMemory() > platform.memory()) {
                return Instance.missing(names, "more memory than the board has");
            }
            memory += compiled.reservedMemory();
            objects.put(names.placement(), compiled.object());
            provideImports(names, face);
            Map<String, Signature> exports = new HashMap<>();
            face.exports().forEach(export -> exports.put(export.name(), export.signature()));
            List<Instance> providers = face.imports().stream().map(entry -> registered.get(entry.module()))
                    .filter(Objects::nonNull).toList();
            return new Instance(names, exports, providers, Optional.empty());
        } catch (UnsupportedModuleException e) {
            markStale(wasm);
            return Instance.missing(names, "not core 1.0: " + Reasons.summary(e));
        } catch (CompileException e) {
            failures.add("line " + line + ": " + e.getMessage());
            return Instance.missing(names, "depends on a failure");
        }
    }

    private CompileOptions options(SymbolNames names, ModuleInterface face) {
        CompileOptions options = CompileOptions.named(names.placement()).with(optimization);
        OptionalLong budget = face.memory().filter(memory -> memory.maximumPages().isEmpty())
                .map(memory -> platform.growthBudget(memory.initialPages() * PAGE)).orElse(OptionalLong.empty());
        return budget.isPresent() ? options.withMemoryBudget(budget.getAsLong()) : options;
    }

    private void markStale(byte[] skippedModule) {
        Parser.parse(skippedModule).importSection().stream().filter(entry -> entry.importType() != ExternalType.FUNCTION)
                .map(entry -> registered.get(entry.module())).filter(Objects::nonNull).forEach(provider -> stale.add(provider.names()));
    }

    private boolean isStale(Instance instance) {
        return stale.contains(instance.names()) || instance.providers().stream().anyMatch(this::isStale);
    }

    private boolean canProvide(ModuleInterface.Import entry) {
        Instance provider = registered.get(entry.module());
        return entry.module().equals("spectest")
                || provider != null && entry.signature().equals(provider.exports().get(entry.name()));
    }

    private void provideImports(SymbolNames names, ModuleInterface face) {
        for (ModuleInterface.Import entry : face.imports().stream().distinct().toList()) {
            Instance provider = registered.get(entry.module());
            String callee = provider == null ? null : driver.declare(provider.names().export(entry.name()), entry.signature());
            driver.define(names.imported(entry.module(), entry.name()), entry.signature(), callee);
        }
    }

    private void addInvocation(SpecCommand.Invoke invoke) {
        Instance instance = instance(invoke.module());
        if (instance.missing().isPresent() || isStale(instance)) {
            skip(instance.missing().orElse("shares state with a module that is skipped"));
            return;
        }
        Signature signature = instance.exports().get(invoke.field());
        String function = driver.declare(instance.names().export(invoke.field()), signature);
        int trap = invoke.trap().map(SpecProgram::number).orElse(0);
        driver.invoke(invoke.line(), function, signature, invoke.arguments(), invoke.expected().orElse(List.of()), trap);
    }

    private void judgeInvalid(SpecCommand.Invalid module) throws IOException {
        judged++;
        try {
            AotCompiler.compile(suite.module(module.file()), platform.target(), CompileOptions.named("invalid").with(optimization));
            failures.add("line " + module.line() + ": not refused though " + module.rule());
        } catch (InvalidModuleException e) {
            // as it has to be
        } catch (CompileException e) {
            failures.add("line " + module.line() + ": " + e.getMessage() + ", expected " + module.rule());
        }
    }

    /** The number of the trap with that text. */
    private static int number(String text) {
        return switch (text) {
            case "unreachable" -> TrapKind.UNREACHABLE.number();
            case "integer divide by zero" -> TrapKind.INTEGER_DIVIDE_BY_ZERO.number();
            case "integer overflow" -> TrapKind.INTEGER_OVERFLOW.number();
            case "invalid conversion to integer" -> TrapKind.INVALID_CONVERSION.number();
            case "out of bounds memory access" -> TrapKind.OUT_OF_BOUNDS_MEMORY.number();
            case "out of bounds table access" -> TrapKind.OUT_OF_BOUNDS_TABLE.number();
            case "uninitialized element", "uninitialized element 2" -> TrapKind.UNINITIALIZED_ELEMENT.number();
            case "indirect call type mismatch" -> TrapKind.INDIRECT_CALL_TYPE.number();
            case "undefined element" -> TrapKind.UNDEFINED_ELEMENT.number();
            case "call stack exhausted" -> STACK_EXHAUSTED;
            default -> throw new IllegalArgumentException("trap '" + text + "'");
        };
    }
}
