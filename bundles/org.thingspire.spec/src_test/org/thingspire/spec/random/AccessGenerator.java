// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

/**
 * Accesses around one address, often where the memory ends, whose values are needed in one case only, in part, or not at all, with
 * effects in between: what an optimizer would like to leave out, move, join or do by halves.
 */
final class AccessGenerator {

    static final int PAGE = 65_536;
    private static final int WITHIN = 0xfff;
    /** How far from the memory's end an access is that may reach past it. */
    static final int NEAR = 32;
    private static final int ELSEWHERE_IN = 24;
    private static final int MAX_ACCESSES = 5;
    /** A trap hides what comes after it. */
    private static final int MAX_WHERE_ALL_TRAP = 2;
    /** The parameters of functions in modules about accesses. */
    private static final int WHERE = 0;
    private static final int WHETHER = 1;
    private static final int OTHERWISE_ONE_IN = 4;
    /** Where elements of arrays are whose address is no small offset, and how far from each other they may be. */
    private static final int DISTANT = 8192;
    private static final int ARRAYS = 32_768;
    private static final int MAX_OFFSET = 24;
    private static final int GROWN_ONE_IN = 8;
    private static final List<Type> NONE = List.of();
    private static final List<Type> INDEX = List.of(Type.I32);

    private final FunctionGenerator function;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final Choices choices;
    private final Code code;

    AccessGenerator(FunctionGenerator function, ExpressionGenerator expressions, StatementGenerator statements) {
        this.function = function;
        this.expressions = expressions;
        this.statements = statements;
        this.choices = function.choices;
        this.code = function.code;
    }

    void write(int depth) {
        int index = function.newLocal(Type.I32);
        address(depth);
        code.bytes(0x21).unsigned(index);
        for (int count = 1 + choices.below(function.shape.isAboutAccesses() ? MAX_WHERE_ALL_TRAP : MAX_ACCESSES); count > 0; count--) {
            one(index, depth);
        }
    }

    /**
     * Within what is used, around the end of the first page or the second one, or anything. Most calls should not end here, except where there
     * is nothing else: there it mostly is what the caller says, which nobody knows, so that it has to be checked.
     */
    private void address(int depth) {
        if (function.shape.isAboutAccesses() && !choices.oneIn(OTHERWISE_ONE_IN)) {
            code.bytes(0x20, WHERE);
            return;
        }
        expressions.expression(Type.I32, depth);
        switch (choices.below(ELSEWHERE_IN)) {
            case 1, 2 -> mask(NEAR - 1, PAGE - NEAR + choices.below(NEAR));
            case 3 -> mask(NEAR - 1, 2 * PAGE - NEAR + choices.below(NEAR));
            case 4 -> {}
            case 5, 6, 7, 8, 9, 10, 11, 12 -> chosen(depth);
            default -> mask(WITHIN, 0);
        }
    }

    /**
     * One of two elements, each in an array of its own, as the stack says. Of no number here a compiler knows anything, and after the first
     * one something happens, so that it stays a branch.
     */
    private void chosen(int depth) {
        function.open(0x04, NONE, INDEX, INDEX);
        code.bytes(0x23).unsigned(ModuleShape.FUEL_GLOBAL);
        mask(WITHIN, DISTANT + choices.below(ARRAYS));
        statements.effect(Math.min(1, depth));
        code.bytes(0x05);                                               // else
        Constants.write(code, Type.I32, choices.below(WITHIN));
        code.bytes(0x28, 0, 0);                                         // i32.load
        mask(WITHIN, DISTANT + choices.below(ARRAYS));
        function.end();
    }

    /** {@code (x & mask) + base} */
    private void mask(int mask, int base) {
        Constants.write(code, Type.I32, mask);
        code.bytes(0x71);
        if (base > 0) {
            Constants.write(code, Type.I32, base);
            code.bytes(0x6a);
        }
    }

    private void one(int index, int depth) {
        Type type = Type.anyNumber(choices);
        switch (choices.below(15)) {
            case 1 -> replaced(index, type, depth);
            case 2, 3 -> selected(index, type, depth);
            case 4, 5 -> masked(index, choices.below(2) == 0 ? Type.I32 : Type.I64, depth);
            case 6 -> branched(index, type, depth);
            case 7 -> onCondition(index, type, depth);
            case 8 -> writtenBack(index, type);
            case 9 -> divided(index, depth);
            case 10, 11 -> stored(index, type, depth);
            case 12 -> statements.effect(depth);
            case 13 -> grow();
            default -> {
                load(index, type);
                code.bytes(0x1a);
            }
        }
    }

    /** Mostly by nothing, so that the end stays where it is, but the compiler doesn't know it. */
    private void grow() {
        Constants.write(code, Type.I32, choices.oneIn(GROWN_ONE_IN) ? 1 : 0);
        code.bytes(0x40, 0, 0x1a);                                      // memory.grow, drop
    }

    private void load(int index, Type type) {
        code.bytes(0x20).unsigned(index);
        access(choices.below(2) == 0 ? MemoryAccess.wholeLoad(type) : MemoryAccess.anyLoad(choices, type));
    }

    private void access(int opcode) {
        code.bytes(opcode).unsigned(choices.below(MemoryAccess.bytesLog2(opcode) + 1)).unsigned(choices.below(MAX_OFFSET));
    }

    private void condition(int depth) {
        if (function.shape.isAboutAccesses() && !choices.oneIn(OTHERWISE_ONE_IN)) {
            code.bytes(0x20, WHETHER);
            return;
        }
        expressions.expression(Type.I32, depth);
    }

    /** A variable that may get another value before anybody looks at the loaded one. */
    private void replaced(int index, Type type, int depth) {
        int local = function.newLocal(type);
        load(index, type);
        code.bytes(0x21).unsigned(local);
        condition(depth);
        function.open(0x04, NONE, NONE, NONE);
        expressions.leaf(type);
        code.bytes(0x21).unsigned(local);
        function.end();
        code.bytes(0x20).unsigned(local);
        use(type);
    }

    private void selected(int index, Type type, int depth) {
        boolean isFirst = choices.below(2) == 0;
        if (isFirst) {
            load(index, type);
        }
        expressions.leaf(type);
        if (!isFirst) {
            load(index, type);
        }
        condition(depth);
        code.bytes(0x1b);
        use(type);
    }

    /** Of an integer, all or nothing, or the lowest bits. */
    private void masked(int index, Type type, int depth) {
        boolean isWide = type == Type.I64;
        load(index, type);
        switch (choices.below(3)) {
            case 1 -> {
                truth(depth, isWide);
                code.bytes(isWide ? 0x7e : 0x6c);                       // mul
            }
            case 2 -> {
                Constants.write(code, type, choices.below(2) == 0 ? 0xff : 0);
                code.bytes(isWide ? 0x83 : 0x71);                       // and
            }
            default -> {
                Constants.write(code, type, 0);
                truth(depth, isWide);
                code.bytes(isWide ? 0x7d : 0x6b, isWide ? 0x83 : 0x71); // sub, and
            }
        }
        use(type);
    }

    private void truth(int depth, boolean isWide) {
        condition(depth);
        code.bytes(0x45);                                               // i32.eqz
        if (isWide) {
            code.bytes(0xad);                                           // i64.extend_i32_u
        }
    }

    private void branched(int index, Type type, int depth) {
        function.open(0x02, NONE, List.of(type), List.of(type));
        load(index, type);
        condition(depth);
        code.bytes(0x0d, 0, 0x1a);                                      // br_if, drop
        expressions.leaf(type);
        function.end();
        use(type);
    }

    private void onCondition(int index, Type type, int depth) {
        int local = function.newLocal(type);
        load(index, type);
        code.bytes(0x21).unsigned(local);
        condition(depth);
        function.open(0x04, NONE, NONE, NONE);
        code.bytes(0x20).unsigned(local);
        use(type);
        function.end();
    }

    private void writtenBack(int index, Type type) {
        code.bytes(0x20).unsigned(index);
        load(index, type);
        store(type);
    }

    /** By something that is 0 for one index which the memory may not have. */
    private void divided(int index, int depth) {
        expressions.expression(Type.I32, depth);
        Constants.write(code, Type.I32, PAGE - choices.below(MAX_OFFSET));
        code.bytes(0x20).unsigned(index).bytes(0x6b, choices.below(2) == 0 ? 0x6e : 0x6d); // sub, div_u or div_s
        use(Type.I32);
    }

    private void stored(int index, Type type, int depth) {
        code.bytes(0x20).unsigned(index);
        expressions.expression(type, depth);
        store(type);
    }

    /** With address and value on the stack. */
    private void store(Type type) {
        if (type.isFloat()) {
            expressions.canonical(type);
        }
        access(MemoryAccess.anyStore(choices, type));
    }

    /** Puts what is on the stack where somebody may look. */
    private void use(Type type) {
        List<Integer> globals = function.globalsOf(type);
        int local = function.newLocal(type);
        code.bytes(0x21).unsigned(local);
        switch (choices.below(8)) {
            case 1, 2, 3 -> Constants.write(code, Type.I32, choices.below(WITHIN));
            case 4, 5, 6 -> {
                if (!globals.isEmpty()) {
                    code.bytes(0x20).unsigned(local).bytes(0x24).unsigned(function.any(globals));
                }
                return;
            }
            default -> {
                return;
            }
        }
        code.bytes(0x20).unsigned(local);
        store(type);
    }
}
