// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.api.TrapKind;

import run.endive.runtime.ByteBufferMemory;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.ValType;
import run.endive.wasm.types.Value;

/** What the calls of a module have to give, by Endive's interpreter. */
final class Interpreter {

    private static final long IMPORT_FACTOR = 31;

    private Interpreter() {
    }

    static List<Outcome> run(RandomModule module) {
        HostFunction mix = new HostFunction(ModuleShape.IMPORT_MODULE, ModuleShape.IMPORT_NAME,
                FunctionType.of(List.of(ValType.I32, ValType.I64), List.of(ValType.I64)),
                (instance, arguments) -> new long[] {arguments[1] * IMPORT_FACTOR + (int) arguments[0]});
        ImportValues.Builder imports = ImportValues.builder().addFunction(mix);
        addState(imports, module.imports());
        Instance instance = Instance.builder(Parser.parse(module.wasm())).withImportValues(imports.build()).build();
        List<Outcome> outcomes = new ArrayList<>();
        for (RandomModule.Call call : module.calls()) {
            outcomes.add(run(instance, call));
        }
        return outcomes;
    }

    private static void addState(ImportValues.Builder to, ModuleImports imports) {
        if (imports.memoryPages() > 0) {
            to.addMemory(new ImportMemory(ModuleShape.IMPORT_MODULE, ModuleImports.MEMORY,
                    new ByteBufferMemory(new MemoryLimits(1, imports.memoryPages()))));
        }
        if (imports.tableElements() > 0) {
            Table table = new Table(ValType.FuncRef, new TableLimits(ModuleShape.SLOTS, imports.tableElements()));
            to.addTable(new ImportTable(ModuleShape.IMPORT_MODULE, ModuleImports.TABLE, new TableInstance(table, Value.REF_NULL_VALUE)));
        }
        for (int i = 0; i < imports.globals().size(); i++) {
            ModuleImports.Global global = imports.globals().get(i);
            long bits = global.type() == Type.FUNCREF ? Value.REF_NULL_VALUE : global.bits();
            to.addGlobal(new ImportGlobal(ModuleShape.IMPORT_MODULE, ModuleImports.global(i),
                    GlobalInstance.builder().valType(type(global.type())).mutabilityType(MutabilityType.Var).valueLow(bits).build()));
        }
    }

    private static ValType type(Type type) {
        return switch (type) {
            case I32 -> ValType.I32;
            case I64 -> ValType.I64;
            case F32 -> ValType.F32;
            case F64 -> ValType.F64;
            case FUNCREF -> ValType.FuncRef;
        };
    }

    private static Outcome run(Instance instance, RandomModule.Call call) {
        long[] arguments = call.arguments().stream().mapToLong(Long::longValue).toArray();
        try {
            long[] results = instance.export(call.export()).apply(arguments);
            return Outcome.returned(call.signature(), results == null || results.length == 0 ? 0 : results[0]);
        } catch (WasmEngineException e) {
            return Outcome.trapped(trap(e).number());
        }
    }

    private static TrapKind trap(WasmEngineException e) {
        String message = e.getMessage();
        if (message.startsWith("uninitialized element")) {
            return TrapKind.UNINITIALIZED_ELEMENT;
        }
        if (message.startsWith("out of bounds memory access")) {
            return TrapKind.OUT_OF_BOUNDS_MEMORY;
        }
        return switch (message) {
            case "Trapped on unreachable instruction" -> TrapKind.UNREACHABLE;
            case "integer divide by zero" -> TrapKind.INTEGER_DIVIDE_BY_ZERO;
            case "integer overflow" -> TrapKind.INTEGER_OVERFLOW;
            case "invalid conversion to integer" -> TrapKind.INVALID_CONVERSION;
            case "out of bounds table access" -> TrapKind.OUT_OF_BOUNDS_TABLE;
            case "undefined element" -> TrapKind.UNDEFINED_ELEMENT;
            case "indirect call type mismatch" -> TrapKind.INDIRECT_CALL_TYPE;
            default -> throw new IllegalStateException("the interpreter says: " + message, e);
        };
    }
}
