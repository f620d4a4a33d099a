// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.wasm.CoreSignature;

/** Makes a valid module of whatever {@link Choices} say: the sections here, the bodies in {@link FunctionGenerator}. */
final class ModuleGenerator {

    private static final int[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int FUNCTION = 0x60;
    private static final int MAX_ELEMENTS = 6;
    private static final int END = 0x0b;
    private static final int MAX_CALLS_OF_ONE = 3;
    private static final int MAX_CALLS_FOR_ACCESSES = 16;
    private static final int ELSEWHERE_ONE_IN = 8;
    private static final int MAX_DATA = 64;
    private static final int DATA_WITHIN = 4096 - MAX_DATA;
    private static final String STATE = "state";

    private final Choices choices;
    private final ModuleShape shape;
    private final List<ModuleImports.Global> importedGlobals = new ArrayList<>();

    private ModuleGenerator(Choices choices, boolean mustAccess) {
        this.choices = choices;
        this.shape = ModuleShape.choose(choices, mustAccess);
    }

    static RandomModule generate(Choices choices) {
        return generate(choices, false);
    }

    static RandomModule generateAboutAccesses(Choices choices) {
        return generate(choices, true);
    }

    private static RandomModule generate(Choices choices, boolean mustAccess) {
        Choices unused = choices.again();
        ModuleGenerator generator = new ModuleGenerator(unused, mustAccess);
        byte[] wasm = generator.module();
        return new RandomModule(wasm, new ModuleGenerator(choices.again(), mustAccess).calls(), generator.imports(), choices);
    }

    private byte[] module() {
        Code data = data();
        Code globals = globals();
        Code elements = elements();
        Code code = new Code().unsigned(ownFunctions() + 1L);
        for (int i = 1; i < shape.functions().size(); i++) {
            code.sized(new FunctionGenerator(choices, shape, i).generate());
        }
        code.sized(StateFunction.write(shape.globals(), ModuleShape.TABLES));
        return new Code().bytes(HEADER)
                .section(1, types())
                .section(2, importSection())
                .section(3, functions())
                .section(4, tables())
                .section(5, shape.importsMemory() ? new Code().bytes(0) : memoryType(new Code().bytes(1)))
                .section(6, globals)
                .section(7, exports())
                .section(9, elements)
                .section(12, new Code().unsigned(1 + ModuleShape.PASSIVE_DATA))
                .section(10, code)
                .section(11, data)
                .toBytes();
    }

    /** The calls depend on the module's shape only, so that they stay the same while the code shrinks. */
    private List<RandomModule.Call> calls() {
        List<RandomModule.Call> calls = new ArrayList<>();
        for (int i = 1; i < shape.functions().size(); i++) {
            ModuleShape.Function function = shape.functions().get(i);
            int most = shape.isAboutAccesses() ? MAX_CALLS_FOR_ACCESSES : MAX_CALLS_OF_ONE;
            for (int count = isExported(function) ? 1 + choices.below(most) : 0; count > 0; count--) {
                calls.add(new RandomModule.Call("f" + i, function.signature(), arguments(function)));
            }
        }
        calls.add(new RandomModule.Call(STATE, CoreSignature.of("", "l"), List.of()));
        return calls;
    }

    /** Anything; for accesses, mostly where the memory ends. */
    private List<Long> arguments(ModuleShape.Function function) {
        List<Long> arguments = new ArrayList<>();
        for (Type type : function.parameters()) {
            arguments.add(Constants.any(choices, type));
        }
        if (shape.isAboutAccesses()) {
            if (!choices.oneIn(ELSEWHERE_ONE_IN)) {
                arguments.set(0, (long) AccessGenerator.PAGE - choices.below(AccessGenerator.NEAR));
            }
            arguments.set(1, (long) choices.below(2));
        }
        return arguments;
    }

    /** A function with several results, or with references, is only called within the module. */
    private static boolean isExported(ModuleShape.Function function) {
        return function.results().size() <= 1
                && !function.parameters().contains(Type.FUNCREF) && !function.results().contains(Type.FUNCREF);
    }

    private int ownFunctions() {
        return shape.functions().size() - 1;
    }

    private int stateType() {
        return shape.typeOf(new ModuleShape.Function(List.of(), List.of(Type.I64)));
    }

    private Code types() {
        int state = stateType();
        List<ModuleShape.Function> types = new ArrayList<>(shape.functions());
        types.addAll(shape.blockTypes());
        Code code = new Code().unsigned(types.size());
        for (ModuleShape.Function type : types) {
            writeTypes(code.bytes(FUNCTION), type.parameters());
            writeTypes(code, type.results());
        }
        assert state < types.size();
        return code;
    }

    private static void writeTypes(Code code, List<Type> types) {
        code.unsigned(types.size());
        types.forEach(type -> code.bytes(type.code()));
    }

    private Code functions() {
        Code code = new Code().unsigned(ownFunctions() + 1L);
        for (int i = 1; i < shape.functions().size(); i++) {
            code.unsigned(i);
        }
        return code.unsigned(stateType());
    }

    private Code importSection() {
        int count = 1 + (shape.importsMemory() ? 1 : 0) + (shape.importsTable() ? 1 : 0) + shape.importedGlobals();
        Code code = imported(new Code().unsigned(count), ModuleShape.IMPORT_NAME).bytes(0).unsigned(0);
        if (shape.importsTable()) {
            firstTableType(imported(code, ModuleImports.TABLE).bytes(1));
        }
        if (shape.importsMemory()) {
            memoryType(imported(code, ModuleImports.MEMORY).bytes(2));
        }
        for (int i = 0; i < shape.importedGlobals(); i++) {
            imported(code, ModuleImports.global(i)).bytes(3, shape.globals().get(i).code(), 1);
        }
        return code;
    }

    private static Code imported(Code code, String name) {
        return code.name(ModuleShape.IMPORT_MODULE).name(name);
    }

    private Code memoryType(Code code) {
        return code.bytes(1, 1).unsigned(shape.maximumPages());
    }

    private Code firstTableType(Code code) {
        return code.bytes(Type.FUNCREF.code(), 1).unsigned(ModuleShape.SLOTS).unsigned(shape.tableLimits()[0]);
    }

    private Code tables() {
        Code code = shape.importsTable() ? new Code().bytes(ModuleShape.TABLES - 1) : firstTableType(new Code().bytes(ModuleShape.TABLES));
        return code.bytes(Type.FUNCREF.code(), 1).unsigned(ModuleShape.SLOTS_OF_SECOND).unsigned(shape.tableLimits()[1]);
    }

    private ModuleImports imports() {
        return new ModuleImports(shape.importsMemory() ? shape.maximumPages() : 0, shape.importsTable() ? shape.tableLimits()[0] : 0,
                importedGlobals);
    }

    private Code globals() {
        Code code = new Code().unsigned((long) shape.globals().size() - shape.importedGlobals());
        for (int i = 0; i < shape.globals().size(); i++) {
            Type type = shape.globals().get(i);
            long bits = type == Type.FUNCREF ? 0 : i == ModuleShape.FUEL_GLOBAL ? ModuleShape.FUEL : Constants.any(choices, type);
            if (i < shape.importedGlobals()) {
                importedGlobals.add(new ModuleImports.Global(type, bits));
                continue;
            }
            code.bytes(type.code(), 1);
            if (type == Type.FUNCREF) {
                writeReference(code);
            } else {
                Constants.write(code, type, bits);
            }
            code.bytes(END);
        }
        return code;
    }

    private Code exports() {
        List<Integer> exported = new ArrayList<>();
        for (int i = 1; i < shape.functions().size(); i++) {
            if (isExported(shape.functions().get(i))) {
                exported.add(i);
            }
        }
        Code code = new Code().unsigned(exported.size() + 1L);
        exported.forEach(function -> code.name("f" + function).bytes(0).unsigned(function));
        return code.name(STATE).bytes(0).unsigned(shape.functions().size());
    }

    private Code elements() {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < shape.slots().length; i++) {
            if (shape.slots()[i] != ModuleShape.EMPTY) {
                filled.add(i);
            }
        }
        Code code = new Code().unsigned(filled.size() + ModuleShape.PASSIVE_ELEMENTS + 1L);
        for (int slot : filled) {
            code.bytes(0);
            Constants.write(code, Type.I32, slot);
            code.bytes(END).unsigned(1).unsigned(shape.slots()[slot]);
        }
        writePassiveFunctions(code);
        writePassiveReferences(code);
        return writeDeclared(code);
    }

    private void writePassiveFunctions(Code code) {
        int count = choices.below(MAX_ELEMENTS);
        code.bytes(1, 0).unsigned(count);
        for (int i = 0; i < count; i++) {
            code.unsigned(choices.below(shape.functions().size()));
        }
    }

    private void writePassiveReferences(Code code) {
        int count = choices.below(MAX_ELEMENTS);
        code.bytes(5, Type.FUNCREF.code()).unsigned(count);
        for (int i = 0; i < count; i++) {
            writeReference(code);
            code.bytes(END);
        }
    }

    /** Any function may become a reference (specification 3.4.10). */
    private Code writeDeclared(Code code) {
        code.bytes(3, 0).unsigned(shape.functions().size());
        for (int i = 0; i < shape.functions().size(); i++) {
            code.unsigned(i);
        }
        return code;
    }

    private void writeReference(Code code) {
        int function = choices.below(shape.functions().size() + 1) - 1;
        if (function == ModuleShape.EMPTY) {
            code.bytes(0xd0, Type.FUNCREF.code());                      // ref.null
        } else {
            code.bytes(0xd2).unsigned(function);                        // ref.func
        }
    }

    private Code data() {
        Code code = new Code().unsigned(1 + ModuleShape.PASSIVE_DATA).bytes(0);
        Constants.write(code, Type.I32, choices.below(DATA_WITHIN));
        writeBytes(code.bytes(END));
        writeBytes(code.bytes(1));
        return code;
    }

    private void writeBytes(Code code) {
        int words = choices.below(MAX_DATA / Integer.BYTES);
        code.unsigned((long) words * Integer.BYTES);
        for (int i = 0; i < words; i++) {
            code.littleEndian(choices.bits(), Integer.BYTES);
        }
    }
}
