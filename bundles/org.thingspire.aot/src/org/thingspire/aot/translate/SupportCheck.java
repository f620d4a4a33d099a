// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.BlockType;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.SubType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.ValType;

/**
 * Refuses valid modules that use more than this compiler knows, before any code is generated. It knows core WebAssembly 2.0
 * and, of 3.0, tail calls and extended constant expressions.
 */
final class SupportCheck {

    /** What other engines agree on (WebAssembly JavaScript Interface, implementation-defined limits). */
    private static final int MAX_LOCALS = 50_000;

    private static final Set<ValType> SUPPORTED = Set.of(ValType.V128, ValType.FuncRef, ValType.ExternRef);

    private final DecodedModule module;
    private final OpcodeTable opcodes;

    SupportCheck(DecodedModule module, OpcodeTable opcodes) {
        this.module = module;
        this.opcodes = opcodes;
    }

    void run() throws UnsupportedModuleException {
        checkTypes();
        checkImports();
        checkMemory();
        checkTables();
        for (Global global : module.wasm().globalSection().globals()) {
            checkType(global.valueType(), "a global");
            checkConstant(global.initInstructions(), "a global's initial value");
        }
        for (DataSegment segment : module.wasm().dataSection().dataSegments()) {
            if (segment instanceof ActiveDataSegment active) {
                checkConstant(active.offsetInstructions(), "a data segment's offset");
            }
        }
        checkCode();
    }

    private void checkImports() throws UnsupportedModuleException {
        for (int i = 0; i < module.wasm().importSection().importCount(); i++) {
            Import entry = module.wasm().importSection().getImport(i);
            switch (entry) {
                case GlobalImport global -> checkType(global.type(), "the imported global " + entry.name());
                case TableImport table -> checkType(table.entryType(), "the imported table " + entry.name());
                case FunctionImport function -> {}
                case MemoryImport memory -> {}
                default -> throw new UnsupportedModuleException("the module imports a %s, %s.%s, which is not supported"
                        .formatted(entry.importType().name().toLowerCase(Locale.ROOT), entry.module(), entry.name()));
            }
        }
    }

    private void checkMemory() throws UnsupportedModuleException {
        if (Stream.concat(module.memory().stream(), module.imports(MemoryImport.class).stream().map(MemoryImport::limits))
                .anyMatch(MemoryLimits::shared)) {
            throw new UnsupportedModuleException("the module has a shared memory (threads), which is not supported");
        }
    }

    private void checkTypes() throws UnsupportedModuleException {
        for (int i = 0; i < module.wasm().typeSection().typeCount(); i++) {
            for (SubType type : module.wasm().typeSection().getRecType(i).subTypes()) {
                FunctionType function = type.compType().funcType();
                if (function == null) {
                    throw new UnsupportedModuleException("the module declares types that are no functions (garbage collection)");
                }
                for (ValType value : function.params()) {
                    checkType(value, "a parameter");
                }
                for (ValType value : function.returns()) {
                    checkType(value, "a result");
                }
            }
        }
    }

    private void checkTables() throws UnsupportedModuleException {
        for (int i = 0; i < module.wasm().tableSection().tableCount(); i++) {
            Table table = module.wasm().tableSection().getTable(i);
            checkType(table.elementType(), "a table");
            if (isInitialized(table.initialize())) {
                throw new UnsupportedModuleException("the module has a table with an initial value, which is not supported");
            }
        }
        for (Element element : module.wasm().elementSection().elements()) {
            checkType(element.type().isReference() ? element.type().withNullability(true) : element.type(), "an element segment");
            if (element instanceof ActiveElement active) {
                checkConstant(active.offset(), "an element segment's offset");
            }
            for (List<Instruction> initializer : element.initializers()) {
                checkConstant(initializer, "an element");
            }
        }
    }

    private static boolean isInitialized(List<Instruction> initializer) {
        return !initializer.isEmpty() && initializer.getFirst().opcode() != OpCode.REF_NULL;
    }

    private static void checkConstant(List<Instruction> expression, String what) throws UnsupportedModuleException {
        for (Instruction instruction : expression) {
            switch (instruction.opcode()) {
                case I32_CONST, I64_CONST, F32_CONST, F64_CONST, V128_CONST, REF_FUNC, REF_NULL, GLOBAL_GET, I32_ADD, I32_SUB, I32_MUL,
                        I64_ADD, I64_SUB, I64_MUL, END -> {}
                default -> throw new UnsupportedModuleException("%s uses %s, which is not supported"
                        .formatted(what, name(instruction.opcode())));
            }
        }
    }

    private void checkCode() throws UnsupportedModuleException {
        int imported = module.importCount(ExternalType.FUNCTION);
        for (int i = 0; i < module.wasm().codeSection().functionBodyCount(); i++) {
            FunctionBody body = module.wasm().codeSection().getFunctionBody(i);
            String function = "function " + module.names().ofFunction(imported + i);
            if (body.localTypes().size() > MAX_LOCALS) {
                throw new UnsupportedModuleException("%s has %s locals; at most %s are supported"
                        .formatted(function, body.localTypes().size(), MAX_LOCALS));
            }
            for (ValType local : body.localTypes()) {
                checkType(local, "a local of " + function);
            }
            for (Instruction instruction : body.instructions()) {
                if (!opcodes.knows(instruction.opcode())) {
                    throw new UnsupportedModuleException("%s uses %s at offset 0x%x, which is not supported"
                            .formatted(function, name(instruction.opcode()), instruction.address()));
                }
                checkBlockType(instruction, function);
            }
        }
    }

    /** Blocks with parameters name a type of the module, which has been checked. */
    private static void checkBlockType(Instruction instruction, String function) throws UnsupportedModuleException {
        switch (instruction.opcode()) {
            case BLOCK, LOOP, IF -> {
                if (BlockType.isValueType(instruction.operand(0))) {
                    ValType type = ValType.builder().fromId(BlockType.valueTypeId(instruction.operand(0))).build();
                    checkType(type, "a block of " + function);
                }
            }
            default -> {}
        }
    }

    /** As in the text format: {@code I32_TRUNC_F32_S} is {@code i32.trunc_f32_s}. */
    private static String name(OpCode opcode) {
        return opcode.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    private static void checkType(ValType type, String what) throws UnsupportedModuleException {
        if (!type.isNumeric() && !SUPPORTED.contains(type)) {
            throw new UnsupportedModuleException(what + " has type " + type.name()
                    + "; numbers, vectors, funcref and externref are supported");
        }
    }
}
