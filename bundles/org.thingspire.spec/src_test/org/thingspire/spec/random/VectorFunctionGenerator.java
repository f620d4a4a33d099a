// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the body of a function that computes with vectors. It begins with values out of memory, which no optimizer knows, and ends
 * with one number of all its locals.
 */
final class VectorFunctionGenerator {

    private static final String MAIN_LOCALS = "vvvviilfd";
    private static final String HELPER_PARAMETERS = "vvi";
    private static final int BYTES = 16;
    private static final int DEPTH = 4;
    private static final int MAX_STATEMENTS = 7;
    private static final int MAX_ROUNDS = 4;
    private static final int SELDOM = 60;
    private static final int MEMORY_BYTES = 65_536;
    private static final long PRIME = 0x100_0000_01b3L;

    private final Choices choices;
    /** How many functions can be called that take {@value #HELPER_PARAMETERS} and return a vector; they are the first ones. */
    private final int helpers;
    /** The letters of the locals that expressions use. After them are a vector to look at twice, and a loop's counter. */
    private final String locals;
    private final Code code = new Code();

    private VectorFunctionGenerator(Choices choices, int helpers, String locals) {
        this.choices = choices;
        this.helpers = helpers;
        this.locals = locals;
    }

    /** A function without parameters that returns an i64. */
    static Code main(Choices choices, int helpers) {
        VectorFunctionGenerator generator = new VectorFunctionGenerator(choices, helpers, MAIN_LOCALS);
        generator.fillLocals();
        generator.statements(DEPTH, false);
        generator.sum();
        return generator.body(MAIN_LOCALS + "vi");
    }

    /** A function of two vectors and an i32 that returns a vector. */
    static Code helper(Choices choices) {
        VectorFunctionGenerator generator = new VectorFunctionGenerator(choices, 0, HELPER_PARAMETERS);
        generator.expression('v', DEPTH);
        return generator.body("v");
    }

    private Code body(String additional) {
        Code body = new Code().unsigned(additional.length());
        additional.chars().forEach(letter -> body.bytes(1, type((char) letter)));
        return body.raw(code.bytes(0x0b).toBytes());
    }

    private void fillLocals() {
        for (int local = 0; local < locals.length(); local++) {
            Constants.write(code, Type.I32, 0);
            switch (locals.charAt(local)) {
                case 'v' -> code.bytes(VectorOperator.PREFIX, 0x00);
                case 'i' -> code.bytes(0x28);
                case 'l' -> code.bytes(0x29);
                case 'f' -> code.bytes(0x2a);
                default -> code.bytes(0x2b);
            }
            code.unsigned(0).unsigned((long) BYTES * choices.below(VectorModuleGenerator.DATA_BYTES / BYTES));
            code.bytes(0x21).unsigned(local);
        }
    }

    private int scratch() {
        return locals.length();
    }

    private int counter() {
        return locals.length() + 1;
    }

    static int type(char letter) {
        return letter == 'v' ? 0x7b : Type.of(letter).code();
    }

    private void statements(int depth, boolean inLoop) {
        for (int count = 1 + choices.below(MAX_STATEMENTS); count > 0; count--) {
            int choice = choices.below(8);
            if (choice == 1) {
                store(depth);
            } else if (choice == 2 && depth > 1) {
                condition(depth - 2, inLoop);
            } else if (choice == 3 && depth > 1 && !inLoop) {
                loop(depth - 2);
            } else {
                int local = choices.below(locals.length());
                expression(locals.charAt(local), depth);
                code.bytes(0x21).unsigned(local);
            }
        }
    }

    private void condition(int depth, boolean inLoop) {
        expression('i', depth);
        code.bytes(0x04, 0x40);
        statements(depth, inLoop);
        code.bytes(0x05);
        statements(depth, inLoop);
        code.bytes(0x0b);
    }

    private void loop(int depth) {
        Constants.write(code, Type.I32, 1 + choices.below(MAX_ROUNDS));
        code.bytes(0x21, counter(), 0x03, 0x40);
        statements(depth, true);
        code.bytes(0x20, counter());
        Constants.write(code, Type.I32, 1);
        code.bytes(0x6b, 0x22, counter(), 0x0d, 0, 0x0b);     // i32.sub, local.tee, br_if, end
    }

    private void store(int depth) {
        address(depth);
        int lane = choices.below(5);
        expression('v', depth);
        if (lane == 0) {
            code.bytes(VectorOperator.PREFIX, 0x0b);
            memoryArgument(4);
        } else {
            code.bytes(VectorOperator.PREFIX, 0x58 + lane - 1);
            memoryArgument(lane - 1);
            code.bytes(choices.below(BYTES >> lane - 1));
        }
    }

    /** Mostly within the first bytes, where the data are; seldom around the memory's end, or anywhere. */
    private void address(int depth) {
        expression('i', Math.min(1, depth));
        switch (choices.below(SELDOM)) {
            case 1 -> {}
            case 2, 3 -> {
                Constants.write(code, Type.I32, BYTES - 1);
                code.bytes(0x71);                           // and
                Constants.write(code, Type.I32, MEMORY_BYTES - 2 * BYTES + choices.below(BYTES));
                code.bytes(0x6a);                           // add
            }
            default -> {
                Constants.write(code, Type.I32, VectorModuleGenerator.DATA_BYTES - 1);
                code.bytes(0x71);                           // and
            }
        }
    }

    private void memoryArgument(int bytesLog2) {
        code.unsigned(bytesLog2 - choices.below(bytesLog2 + 1));
        code.unsigned(choices.oneIn(SELDOM) ? (long) MEMORY_BYTES - choices.below(2 * BYTES) : choices.below(2 * BYTES));
    }

    private void expression(char type, int depth) {
        if (depth == 0) {
            leaf(type);
            return;
        }
        if (type != 'v') {
            operator(type, depth);
            return;
        }
        switch (choices.below(12)) {
            case 0 -> leaf(type);
            case 1 -> load(depth);
            case 2 -> shuffle(depth);
            case 3 -> select(depth);
            case 4 -> call(depth);
            default -> operator(type, depth);
        }
    }

    private void leaf(char type) {
        List<Integer> candidates = IntStream.range(0, locals.length()).filter(i -> locals.charAt(i) == type).boxed().toList();
        if (!candidates.isEmpty() && !choices.oneIn(4)) {
            code.bytes(0x20).unsigned(candidates.get(choices.below(candidates.size())));
        } else if (type == 'v') {
            code.bytes(VectorOperator.PREFIX, 0x0c);
            VectorModuleGenerator.writeBytes(code, choices, BYTES);
        } else {
            Constants.write(code, Type.of(type), Constants.any(choices, Type.of(type)));
        }
    }

    private void operator(char type, int depth) {
        List<VectorOperator> operators = VectorOperator.of(type);
        VectorOperator operator = operators.get(choices.below(operators.size()));
        operator.operands().chars().forEach(operand -> expression((char) operand, depth - 1));
        code.bytes(VectorOperator.PREFIX).unsigned(operator.opcode());
        if (operator.lanes() > 0) {
            code.bytes(choices.below(operator.lanes()));
        }
        if (operator.floats() != ' ') {
            canonical(operator.floats());
        }
    }

    /** NaNs on the stack become the one that all machines agree on: bitselect(x, nan, x == x). */
    private void canonical(char floats) {
        Type type = Type.of(floats);
        long nan = type == Type.F32 ? Float.floatToIntBits(Float.NaN) : Double.doubleToLongBits(Double.NaN);
        code.bytes(0x21, scratch(), 0x20, scratch());
        Constants.write(code, type, nan);
        code.bytes(VectorOperator.PREFIX, type == Type.F32 ? 0x13 : 0x14, 0x20, scratch(), 0x20, scratch());
        code.bytes(VectorOperator.PREFIX, type == Type.F32 ? 0x41 : 0x47, VectorOperator.PREFIX, 0x52);
    }

    private void load(int depth) {
        int opcode = choices.below(17);
        address(depth);
        if (opcode <= 0x0a) {
            code.bytes(VectorOperator.PREFIX, opcode);
            memoryArgument(opcode == 0 ? 4 : opcode <= 6 ? 3 : opcode - 7);
        } else if (opcode <= 0x0c) {
            code.bytes(VectorOperator.PREFIX, 0x5c + opcode - 0x0b);
            memoryArgument(opcode - 0x0b + 2);
        } else {
            int bytesLog2 = opcode - 0x0d;
            expression('v', depth - 1);
            code.bytes(VectorOperator.PREFIX, 0x54 + bytesLog2);
            memoryArgument(bytesLog2);
            code.bytes(choices.below(BYTES >> bytesLog2));
        }
    }

    private void shuffle(int depth) {
        expression('v', depth - 1);
        expression('v', depth - 1);
        code.bytes(VectorOperator.PREFIX, 0x0d);
        for (int i = 0; i < BYTES; i++) {
            code.bytes(choices.below(2 * BYTES));
        }
    }

    private void select(int depth) {
        expression('v', depth - 1);
        expression('v', depth - 1);
        expression('i', depth - 1);
        code.bytes(0x1c, 1, type('v'));
    }

    private void call(int depth) {
        if (helpers == 0) {
            leaf('v');
            return;
        }
        expression('v', depth - 1);
        expression('v', depth - 1);
        expression('i', depth - 1);
        code.bytes(0x10).unsigned(choices.below(helpers));
    }

    /** Leaves one i64 of all locals. */
    private void sum() {
        Constants.write(code, Type.I64, 0);
        for (int local = 0; local < locals.length(); local++) {
            code.bytes(0x20).unsigned(local);
            switch (locals.charAt(local)) {
                case 'v' -> {
                    code.bytes(VectorOperator.PREFIX, 0x1d, 0);
                    mix();
                    code.bytes(0x20).unsigned(local).bytes(VectorOperator.PREFIX, 0x1d, 1);
                }
                case 'i' -> code.bytes(0xad);               // i64.extend_i32_u
                case 'f' -> code.bytes(0xbc, 0xad);         // i32.reinterpret_f32
                case 'd' -> code.bytes(0xbd);
                default -> {}
            }
            mix();
        }
    }

    private void mix() {
        code.bytes(0x85);                                   // i64.xor
        Constants.write(code, Type.I64, PRIME);
        code.bytes(0x7e);                                   // i64.mul
    }
}
