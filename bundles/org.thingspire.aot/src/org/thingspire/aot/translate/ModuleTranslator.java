// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.List;
import java.util.OptionalLong;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.dwarf.LineTable;
import org.thingspire.aot.emit.CodeGenerator;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.module.OptimizationLimits;
import org.thingspire.aot.module.SectionMap;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.Initializer;
import org.thingspire.aot.translate.function.ModuleScope;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.memory.LinearMemory;
import org.thingspire.aot.translate.memory.MemoryLayout;
import org.thingspire.aot.translate.module.ConstantExpressions;
import org.thingspire.aot.translate.module.DataSegments;
import org.thingspire.aot.translate.module.ElementSegments;
import org.thingspire.aot.translate.module.Functions;
import org.thingspire.aot.translate.module.Globals;
import org.thingspire.aot.translate.module.ImportedState;
import org.thingspire.aot.translate.module.References;
import org.thingspire.aot.translate.module.SourceLocations;
import org.thingspire.aot.translate.module.TrapSites;
import org.thingspire.aot.translate.table.Tables;
import org.thingspire.aot.translate.type.ValueTypes;

import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.MemoryImport;

/** Translates a valid module to LLVM code and has an object made of it. */
public final class ModuleTranslator {

    /** Filled once: it is the same for all modules. */
    private static final OpcodeTable OPCODES = Opcodes.all();

    private final DecodedModule module;
    private final LineTable lines;
    private final CodeTarget target;
    private final CompileOptions options;
    private final SymbolNames names;

    public ModuleTranslator(DecodedModule module, LineTable lines, CodeTarget target, CompileOptions options) {
        this.module = module;
        this.lines = lines;
        this.target = target;
        this.options = options;
        this.names = new SymbolNames(options.name());
    }

    public CompiledObject translate() throws CompileException {
        new SupportCheck(module, OPCODES).run();
        OptimizationLimits limits = new OptimizationLimits(module);
        MemoryLayout layout = MemoryLayout.of(module, options, target.isHosted());
        try (LlvmContext context = new LlvmContext();
                IrModule ir = new IrModule(context, options.name());
                CodeGenerator generator = new CodeGenerator(target, options.optimization(), limits.allowSearchOfMemory())) {
            generator.prepare(ir);
            translate(ir, layout, generator.pointerBytes(), limits);
            ir.verify();
            byte[] object = generator.generate(ir, names.memory(), TrapSites.instruction(target, TrapKind.OUT_OF_BOUNDS_MEMORY),
                    layout.isGuardedOn(target) ? OptionalLong.of(layout.growable() ? Long.MAX_VALUE : layout.initialBytes())
                            : OptionalLong.empty());
            return new CompiledObject(object, module.memory().isPresent(), layout.initialBytes(), layout.reservedBytes());
        }
    }

    private void translate(IrModule ir, MemoryLayout layout, int pointerBytes, OptimizationLimits limits) throws CompileException {
        ValueTypes types = new ValueTypes(ir.context());
        Functions functions = new Functions(module, ir, types, names, target, options.optimization(), limits);
        ImportedState imports = new ImportedState(ir, names);
        References references = new References(ir, functions, names);
        Globals globals = new Globals(module, ir, imports, types, references, names, options);
        ConstantExpressions expressions = new ConstantExpressions(references, globals);
        ModuleScope scope = new ModuleScope(module, ir, target, pointerBytes, types, functions, references, globals, expressions,
                memory(ir, imports, layout),
                new Tables(module, ir, imports, functions, references, names, options, target.isHosted(), pointerBytes),
                new DataSegments(module, ir, names), new ElementSegments(module, ir, references, expressions, names, pointerBytes));
        try (SourceLocations source = new SourceLocations(ir, lines, module.codeStart(), options)) {
            for (int i = functions.importedCount(); i < functions.count(); i++) {
                translateFunction(scope, source, i);
            }
            writeInitializer(scope, source);
            source.finish();
        }
        functions.export();
    }

    /** {@code null} if the module has none. */
    private LinearMemory memory(IrModule ir, ImportedState imports, MemoryLayout layout) throws UnsupportedModuleException {
        for (MemoryImport memory : module.imports(MemoryImport.class)) {
            return LinearMemory.imported(ir.context(), imports.pointer(memory));
        }
        if (module.memory().isEmpty()) {
            return null;
        }
        LinearMemory memory = LinearMemory.own(ir, names, layout, layout.isGuardedOn(target));
        if (options.sharesState()) {
            module.ownExports(ExternalType.MEMORY).forEach(export -> memory.export(ir, names.export(export.name())));
        }
        return memory;
    }

    private void translateFunction(ModuleScope scope, SourceLocations source, int index) {
        Functions functions = scope.functions();
        LLVMValueRef function = functions.value(index);
        SectionMap.Body body = module.sections().bodies().get(index - functions.importedCount());
        SourceLocations.Scope locations = source.function(function, module.names().ofFunction(index), functions.symbol(index), body.content(),
                body.end());
        try (FunctionTranslator translator = new FunctionTranslator(scope, OPCODES, functions.type(index), function)) {
            translator.translate(module.body(index), locations);
        }
    }

    private void writeInitializer(ModuleScope scope, SourceLocations source) {
        LlvmContext context = scope.ir().context();
        LLVMValueRef function = scope.ir().addFunction(names.initialize(), context.function(context.nothing, List.of()));
        Functions.configure(scope.ir(), function, names.initialize(), options.optimization());
        new Initializer(scope).write(function, source.generatedFunction(function, "initialize", names.initialize()));
    }
}
