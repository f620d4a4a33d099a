// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.module.OptimizationLimits;
import org.thingspire.aot.module.TrapImport;
import org.thingspire.aot.translate.type.CAbi;
import org.thingspire.aot.translate.type.ValueTypes;

import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/** The functions of a module under their symbols: those it has, those it needs, and those it offers. */
public final class Functions {

    private final DecodedModule module;
    private final IrModule ir;
    private final ValueTypes types;
    private final CAbi cAbi;
    private final SymbolNames names;
    private final CodeTarget target;
    private final Optimization optimization;
    private final OptimizationLimits limits;
    private final List<FunctionType> functionTypes;
    private final int imported;
    private final List<String> symbols = new ArrayList<>();
    private final List<LLVMValueRef> values = new ArrayList<>();

    public Functions(DecodedModule module, IrModule ir, ValueTypes types, SymbolNames names, CodeTarget target, Optimization optimization,
            OptimizationLimits limits) throws UnsupportedModuleException {
        this.module = module;
        this.ir = ir;
        this.types = types;
        this.cAbi = new CAbi(ir.context(), types);
        this.names = names;
        this.target = target;
        this.optimization = optimization;
        this.limits = limits;
        this.functionTypes = module.functionTypes();
        this.imported = module.importedFunctions().size();
        declareImports();
        declareOwn();
    }

    public int count() {
        return values.size();
    }

    public int importedCount() {
        return imported;
    }

    /** What to call, with the type that {@link ValueTypes#function} gives. */
    public LLVMValueRef value(int function) {
        return values.get(function);
    }

    public FunctionType type(int function) {
        return functionTypes.get(function);
    }

    /** The kind of trap that a call of the function is, if it is imported and offered by nobody. */
    public Optional<TrapKind> trap(int function) {
        return function < importedCount() ? TrapImport.kind(module.importedFunctions().get(function), type(function)) : Optional.empty();
    }

    public String symbol(int function) {
        return symbols.get(function);
    }

    private void declareImports() throws UnsupportedModuleException {
        Map<String, FunctionType> seen = new HashMap<>();
        Map<String, LLVMValueRef> declared = new HashMap<>();
        for (FunctionImport function : module.importedFunctions()) {
            FunctionType type = type(symbols.size());
            String symbol = names.imported(function.module(), function.name());
            Optional<TrapKind> trap = trap(symbols.size());
            FunctionType earlier = seen.putIfAbsent(symbol, type);
            if (earlier != null && !earlier.equals(type)) {
                throw new UnsupportedModuleException("%s.%s is imported with two types".formatted(function.module(), function.name()));
            }
            symbols.add(symbol);
            if (earlier == null) {
                declared.put(symbol, trap.isPresent() ? trapping(symbol, type, trap.get())
                        : CAbi.differs(type) ? adapter(symbol, type) : ir.addFunction(symbol, types.function(type)));
            }
            values.add(declared.get(symbol));
        }
    }

    /** A local function that calls an import in the way of C. */
    private LLVMValueRef adapter(String symbol, FunctionType type) {
        LLVMValueRef inC = ir.addFunction(symbol, cAbi.function(type));
        LLVMValueRef adapter = ir.addFunction(symbol + ".adapter", types.function(type));
        ir.setLocal(adapter);
        configure(ir, adapter, symbol + ".adapter", optimization);
        try (IrBuilder builder = new IrBuilder(ir, adapter)) {
            builder.continueIn(builder.newBlock());
            cAbi.emitImportAdapter(builder, type, inC);
        }
        return adapter;
    }

    /** For those who have it in a table; where it is called by name, the trap itself stands there. */
    private LLVMValueRef trapping(String symbol, FunctionType type, TrapKind kind) {
        LLVMValueRef function = ir.addFunction(symbol, types.function(type));
        ir.setLocal(function);
        configure(ir, function, symbol, optimization);
        try (IrBuilder builder = new IrBuilder(ir, function)) {
            builder.continueIn(builder.newBlock());
            new TrapSites(builder, target).trap(kind);
        }
        return function;
    }

    private void declareOwn() {
        Set<String> taken = new HashSet<>();
        for (int i = importedCount(); i < functionTypes.size(); i++) {
            String name = module.names().ofFunction(i);
            String symbol = names.function(name);
            if (SymbolNames.isReserved(name) || !taken.add(symbol)) {
                symbol = symbol + ".f" + i;
                taken.add(symbol);
            }
            LLVMValueRef function = ir.addFunction(symbol, types.function(type(i)));
            ir.setLocal(function);
            configure(ir, function, symbol, limits.level(i, optimization));
            symbols.add(symbol);
            values.add(function);
        }
    }

    /** What all functions with code have in common. */
    public static void configure(IrModule ir, LLVMValueRef function, String symbol, Optimization optimization) {
        LlvmContext context = ir.context();
        ir.setSection(function, ".text." + symbol);
        // A call uses stack, also the last one of a function: endless recursion has to end in a trap, and a backtrace is complete.
        ir.addAttribute(function, context.attribute("disable-tail-calls", "true"));
        // A large frame must not step over the guard below the stack.
        ir.addAttribute(function, context.attribute("probe-stack", "inline-asm"));
        if (optimization == Optimization.Os) {
            // clang has already decided what size may cost in time; what checks add is won back where LLVM would still hesitate.
            ir.addAttribute(function, context.attribute("optsize"));
            ir.addAttribute(function, context.attribute("minsize"));
        }
        if (optimization == Optimization.O0) {
            ir.addAttribute(function, context.attribute("noinline"));
            ir.addAttribute(function, context.attribute("optnone"));
        }
    }

    /** Makes the exported functions visible to the linker. Comes when they have their code. */
    public void export() throws UnsupportedModuleException {
        for (int i = 0; i < module.wasm().exportSection().exportCount(); i++) {
            Export export = module.wasm().exportSection().getExport(i);
            if (export.exportType() != ExternalType.FUNCTION) {
                continue;
            }
            String symbol = names.export(export.name());
            if (ir.has(symbol)) {
                throw new UnsupportedModuleException("two exports share the symbol " + symbol);
            }
            FunctionType type = type(export.index());
            if (CAbi.differs(type) || export.index() < importedCount()) {
                addEntry(symbol, type, export.index());
            } else {
                ir.addAlias(symbol, types.function(type), value(export.index()));
            }
        }
    }

    /** A function that C can call, where another name for the function itself won't do. */
    private void addEntry(String symbol, FunctionType type, int function) {
        LLVMValueRef entry = ir.addFunction(symbol, cAbi.function(type));
        configure(ir, entry, symbol, optimization);
        try (IrBuilder builder = new IrBuilder(ir, entry)) {
            builder.continueIn(builder.newBlock());
            cAbi.emitExportAdapter(builder, type, value(function));
        }
    }
}
