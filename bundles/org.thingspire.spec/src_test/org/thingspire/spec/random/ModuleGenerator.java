// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.aot.Signature;

/** Makes a valid module of whatever {@link Choices} say: the sections here, the bodies in {@link FunctionGenerator}. */
final class ModuleGenerator {

    private static final int[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int FUNCTION = 0x60;
    private static final int FUNCTION_REFERENCE = 0x70;
    private static final int END = 0x0b;
    private static final int MOST_CALLS_OF_ONE = 3;
    private static final int MOST_DATA = 64;
    private static final int DATA_WITHIN = 4096 - MOST_DATA;
    private static final String STATE = "state";

    private final Choices choices;
    private final ModuleShape shape;

    private ModuleGenerator(Choices choices) {
        this.choices = choices;
        this.shape = ModuleShape.choose(choices);
    }

    static RandomModule generate(Choices choices) {
        Choices unused = choices.again();
        byte[] wasm = new ModuleGenerator(unused).module();
        return new RandomModule(wasm, new ModuleGenerator(choices.again()).calls(), choices);
    }

    private byte[] module() {
        Code data = data();
        Code globals = globals();
        Code code = new Code().unsigned(ownFunctions() + 1L);
        for (int i = 1; i < shape.functions().size(); i++) {
            code.sized(new FunctionGenerator(choices, shape, shape.functions().get(i)).generate());
        }
        code.sized(StateFunction.write(shape.globals()));
        return new Code().bytes(HEADER)
                .section(1, types())
                .section(2, new Code().unsigned(1).name(ModuleShape.IMPORT_MODULE).name(ModuleShape.IMPORT_NAME).bytes(0).unsigned(0))
                .section(3, functions())
                .section(4, new Code().bytes(1, FUNCTION_REFERENCE, 0).unsigned(shape.slots().length))
                .section(5, new Code().bytes(1, 1, 1).unsigned(shape.maximumPages()))
                .section(6, globals)
                .section(7, exports())
                .section(9, elements())
                .section(10, code)
                .section(11, data)
                .toBytes();
    }

    /** The calls depend on the module's shape only, so that they stay the same while the code shrinks. */
    private List<RandomModule.Call> calls() {
        List<RandomModule.Call> calls = new ArrayList<>();
        for (int i = 1; i < shape.functions().size(); i++) {
            ModuleShape.Function function = shape.functions().get(i);
            for (int count = isExported(function) ? 1 + choices.below(MOST_CALLS_OF_ONE) : 0; count > 0; count--) {
                List<Long> arguments = function.parameters().stream().map(type -> Constants.any(choices, type)).toList();
                calls.add(new RandomModule.Call("f" + i, function.signature(), arguments));
            }
        }
        calls.add(new RandomModule.Call(STATE, new Signature("", "l"), List.of()));
        return calls;
    }

    /** A function with several results is only called within the module. */
    private static boolean isExported(ModuleShape.Function function) {
        return function.results().size() <= 1;
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

    private Code globals() {
        Code code = new Code().unsigned(shape.globals().size());
        for (int i = 0; i < shape.globals().size(); i++) {
            Type type = shape.globals().get(i);
            code.bytes(type.code(), 1);
            Constants.write(code, type, i == ModuleShape.FUEL_GLOBAL ? ModuleShape.FUEL : Constants.any(choices, type));
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
        Code code = new Code().unsigned(filled.size());
        for (int slot : filled) {
            code.bytes(0);
            Constants.write(code, Type.I32, slot);
            code.bytes(END).unsigned(1).unsigned(shape.slots()[slot]);
        }
        return code;
    }

    private Code data() {
        byte[] bytes = new byte[choices.below(MOST_DATA)];
        Code code = new Code().bytes(1, 0);
        Constants.write(code, Type.I32, choices.below(DATA_WITHIN));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) choices.bits();
        }
        return code.bytes(END).unsigned(bytes.length).raw(bytes);
    }
}
