// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

/** Code that leaves the stack as it was. */
final class StatementGenerator {

    private static final List<Type> NONE = List.of();
    private static final int MAX_STATEMENTS = 5;
    private static final int SIMPLE = 4;

    private final FunctionGenerator function;
    private final ExpressionGenerator expressions;
    private final ReferenceGenerator references;
    private final AccessGenerator accesses;
    private final Choices choices;
    private final Code code;

    StatementGenerator(FunctionGenerator function, ExpressionGenerator expressions) {
        this.function = function;
        this.expressions = expressions;
        this.references = new ReferenceGenerator(function, expressions);
        this.accesses = new AccessGenerator(function, expressions, this);
        this.choices = function.choices;
        this.code = function.code;
    }

    void statements(int depth) {
        for (int count = choices.below(MAX_STATEMENTS); count > 0; count--) {
            statement(depth);
        }
    }

    /** Accesses to memory and nothing else. */
    void accesses(int count) {
        for (int i = 0; i < count; i++) {
            accesses.write(1);
        }
    }

    private void statement(int depth) {
        if (depth == 0) {
            simple(0);
            return;
        }
        int inner = depth - 1;
        switch (choices.below(16)) {
            case 1 -> condition(inner);
            case 2 -> block(inner);
            case 3 -> loop(inner);
            case 4, 5 -> walk(inner);
            case 6 -> table(inner);
            case 7 -> call(inner);
            case 8 -> bulk(inner);
            case 9 -> leave(inner);
            case 10 -> severalValues(inner);
            case 11 -> references.statement(inner);
            case 12, 13 -> accesses.write(inner);
            default -> simple(inner);
        }
    }

    /** Something that can be seen when a trap comes after it. */
    void effect(int depth) {
        if (choices.below(2) == 0) {
            setGlobal(depth);
        } else {
            store(depth);
        }
    }

    private void simple(int depth) {
        switch (choices.below(SIMPLE)) {
            case 1 -> setGlobal(depth);
            case 2 -> store(depth);
            case 3 -> drop(depth);
            default -> setLocal(depth);
        }
    }

    private void setLocal(int depth) {
        if (!function.locals().isEmpty()) {
            int local = choices.below(function.locals().size());
            expressions.expression(function.locals().get(local), depth);
            code.bytes(0x21).unsigned(local);
        }
    }

    private void setGlobal(int depth) {
        Type type = Type.any(choices);
        List<Integer> globals = function.globalsOf(type);
        if (!globals.isEmpty()) {
            expressions.expression(type, depth);
            code.bytes(0x24).unsigned(function.any(globals));
        }
    }

    private void store(int depth) {
        Type type = Type.anyNumber(choices);
        expressions.address(depth);
        expressions.expression(type, depth);
        storeValue(type);
    }

    /** With address and value on the stack. */
    private void storeValue(Type type) {
        if (type.isFloat()) {
            expressions.canonical(type);
        }
        int opcode = MemoryAccess.anyStore(choices, type);
        code.bytes(opcode);
        expressions.memoryArgument(MemoryAccess.bytesLog2(opcode));
    }

    private void drop(int depth) {
        if (choices.oneIn(6)) {
            Constants.write(code, Type.I32, choices.below(3));
            code.bytes(0x40, 0, 0x1a);                                  // memory.grow
        } else {
            expressions.expression(Type.any(choices), depth);
            code.bytes(0x1a);
        }
    }

    private void condition(int depth) {
        expressions.expression(Type.I32, depth);
        function.open(0x04, NONE, NONE, NONE);
        statements(depth);
        if (choices.below(2) == 1) {
            code.bytes(0x05);
            statements(depth);
        }
        function.end();
    }

    private void block(int depth) {
        function.open(0x02, NONE, NONE, NONE);
        statements(depth);
        branchIf(depth);
        statements(depth);
        function.end();
    }

    private void branchIf(int depth) {
        int label = choices.below(function.depth());
        List<Type> carried = function.branchTypes(label);
        expressions.expressions(carried, depth);
        expressions.expression(Type.I32, depth);
        code.bytes(0x0d).unsigned(label);
        carried.forEach(type -> code.bytes(0x1a));
    }

    private void loop(int depth) {
        function.open(0x03, NONE, NONE, NONE);
        function.burn(1);
        statements(depth);
        branchIf(depth);
        function.end();
    }

    /** What compilers of C make of a walk over an array, up or down, so that checks are removed and moved as in real programs. */
    private void walk(int depth) {
        boolean isUp = choices.below(3) < 2;
        int index = function.newLocal(Type.I32);
        int step = 1 + choices.below(9);
        int length = step * choices.below(12) + choices.below(2);
        Type type = Type.anyNumber(choices);
        expressions.expression(Type.I32, 1);
        Constants.write(code, Type.I32, choices.below(2) == 0 ? 0xff : 0xffff);
        code.bytes(0x71, 0x21).unsigned(index);
        int last = function.newLocal(Type.I32);
        code.bytes(0x20).unsigned(index);
        Constants.write(code, Type.I32, length);
        code.bytes(isUp ? 0x6a : 0x6b, 0x21).unsigned(last);
        function.open(0x03, NONE, NONE, NONE);
        function.burn(1);
        code.bytes(0x20).unsigned(index);
        expressions.expression(type, depth);
        storeValue(type);
        statements(depth);
        code.bytes(0x20).unsigned(index);
        Constants.write(code, Type.I32, step);
        code.bytes(isUp ? 0x6a : 0x6b, 0x22).unsigned(index).bytes(0x20).unsigned(last);
        boolean isSigned = choices.below(2) == 0;
        code.bytes(isUp ? isSigned ? 0x48 : 0x49 : isSigned ? 0x4a : 0x4b, 0x0d, 0);   // lt or gt, br_if
        function.end();
    }

    /** A switch: nested blocks, a jump into one of them, statements after each. */
    private void table(int depth) {
        int cases = 1 + choices.below(4);
        for (int i = 0; i < cases; i++) {
            function.open(0x02, NONE, NONE, NONE);
        }
        expressions.expression(Type.I32, depth);
        if (choices.below(2) == 0) {
            Constants.write(code, Type.I32, 7);
            code.bytes(0x71);
        }
        function.branchTable(function.labelsWith(NONE), choices.below(8));
        for (int i = 0; i < cases; i++) {
            function.end();
            statements(Math.min(1, depth));
        }
    }

    private void call(int depth) {
        int callee = choices.below(function.shape.functions().size());
        expressions.callOf(callee, depth);
        function.shape.functions().get(callee).results().forEach(type -> code.bytes(0x1a));
    }

    private void bulk(int depth) {
        boolean copies = choices.below(2) == 0;
        expressions.address(depth);
        if (copies) {
            expressions.address(depth);
        } else {
            expressions.expression(Type.I32, depth);
        }
        Constants.write(code, Type.I32, choices.oneIn(16) ? 65_536 : choices.below(40));
        if (copies) {
            code.bytes(0xfc, 10, 0, 0);
        } else {
            code.bytes(0xfc, 11, 0);
        }
    }

    /**
     * On a condition: return, trap, branch out, or leave the rest to another function. What follows is still valid, though nothing gets
     * there.
     */
    private void leave(int depth) {
        expressions.expression(Type.I32, depth);
        function.open(0x04, NONE, NONE, NONE);
        if (choices.oneIn(6)) {
            code.bytes(0x00);
        } else if (choices.oneIn(4)) {
            expressions.leaveToAnother(function.branchTypes(function.depth() - 1), depth);
        } else {
            int label = choices.below(function.depth());
            expressions.expressions(function.branchTypes(label), depth);
            if (label == function.depth() - 1) {
                code.bytes(0x0f);
            } else {
                code.bytes(0x0c).unsigned(label);
            }
        }
        statements(Math.min(1, depth));
        function.end();
    }

    /**
     * A block or loop that takes a value and leaves two. One that takes two is beyond the interpreter: Endive 1.2.0 then loses a value
     * of the block around.
     */
    private void severalValues(int depth) {
        List<Type> taken = List.of(Type.any(choices));
        List<Type> left = List.of(Type.any(choices), taken.getFirst());
        expressions.expressions(taken, depth);
        boolean loops = choices.below(2) == 1;
        function.open(loops ? 0x03 : 0x02, taken, left, loops ? taken : left);
        if (loops) {
            function.burn(1);
        }
        taken.forEach(type -> code.bytes(0x1a));
        expressions.expressions(loops ? taken : left, depth);
        expressions.expression(Type.I32, depth);
        code.bytes(0x0d, 0);
        (loops ? taken : left).forEach(type -> code.bytes(0x1a));
        expressions.expressions(left, depth);
        function.end();
        left.forEach(type -> code.bytes(0x1a));
    }
}
