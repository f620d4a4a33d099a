// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

/** Code that leaves one value of a wanted type on the stack. */
final class ExpressionGenerator {

    private static final int F32_CONVERT_I64_U = 0xb5;
    private static final int LAST_USED_ADDRESS = 0xfff;
    private static final int CALL = 0x10;
    private static final int RETURN_CALL = 0x12;
    private static final int INDIRECT = 1;
    private static final int SOMETIMES = 8;

    private final FunctionGenerator function;
    private final ReferenceGenerator references;
    private final Choices choices;
    private final Code code;

    ExpressionGenerator(FunctionGenerator function) {
        this.function = function;
        this.references = new ReferenceGenerator(function, this);
        this.choices = function.choices;
        this.code = function.code;
    }

    void expression(Type type, int depth) {
        switch (depth == 0 ? 0 : choices.below(14)) {
            case 0, 1, 2 -> leaf(type);
            case 3, 4, 5, 6, 7 -> computed(type, depth - 1);
            case 8 -> stored(type, depth - 1);
            case 9 -> select(type, depth - 1);
            case 10 -> block(type, depth - 1);
            case 11 -> condition(type, depth - 1);
            case 12 -> call(type, depth - 1);
            default -> tee(type, depth - 1);
        }
    }

    void expressions(List<Type> types, int depth) {
        types.forEach(type -> expression(type, depth));
    }

    void leaf(Type type) {
        List<Integer> locals = function.localsOf(type);
        List<Integer> globals = function.globalsOf(type);
        int choice = choices.below(6);
        if ((choice == 1 || choice == 2 || choice == 3) && !locals.isEmpty()) {
            code.bytes(0x20).unsigned(function.any(locals));
        } else if (choice == 4 && !globals.isEmpty()) {
            code.bytes(0x23).unsigned(function.any(globals));
        } else if (choice == 5 && type == Type.I32) {
            code.bytes(0x3f, 0);                                        // memory.size
        } else if (type == Type.FUNCREF) {
            references.constant();
        } else {
            Constants.write(code, type, Constants.any(choices, type));
        }
    }

    private void computed(Type type, int depth) {
        if (type == Type.FUNCREF || type == Type.I32 && choices.oneIn(SOMETIMES)) {
            references.write(type, depth);
        } else {
            operator(type, depth);
        }
    }

    private void operator(Type type, int depth) {
        NumericOperator operator = NumericOperator.any(choices, type);
        expressions(operator.operands(), depth);
        if (operator.seesSign()) {
            canonical(operator.operands().getLast());
        }
        if (operator.opcode() == F32_CONVERT_I64_U) {
            Constants.write(code, Type.I64, Long.MAX_VALUE);
            code.bytes(0x83);                                           // and: Endive 1.2.0 rounds the upper half wrong
        }
        if (isDivision(operator.opcode()) && !choices.oneIn(SOMETIMES)) {
            Constants.write(code, type, 1);
            code.bytes(type == Type.I32 ? 0x72 : 0x84);                 // or: seldom divide by zero
        }
        if (isTruncation(operator.opcode()) && !choices.oneIn(SOMETIMES / 2)) {
            code.bytes(0xfc, operator.opcode() - (operator.opcode() < 0xac ? 0xa8 : 0xaa)); // the same, saturating
        } else {
            operator.write(code);
        }
    }

    private static boolean isDivision(int opcode) {
        return opcode >= 0x6d && opcode <= 0x70 || opcode >= 0x7f && opcode <= 0x82;
    }

    private static boolean isTruncation(int opcode) {
        return opcode >= 0xa8 && opcode <= 0xab || opcode >= 0xae && opcode <= 0xb1;
    }

    /** What is on the stack, if it is a NaN, becomes the one NaN that all machines agree on. */
    void canonical(Type type) {
        StateFunction.canonical(code, type, function.newLocal(type));
    }

    private void stored(Type type, int depth) {
        if (type == Type.FUNCREF) {
            references.write(type, depth);
        } else {
            load(type, depth);
        }
    }

    private void load(Type type, int depth) {
        address(depth);
        int opcode = MemoryAccess.anyLoad(choices, type);
        code.bytes(opcode);
        memoryArgument(MemoryAccess.bytesLog2(opcode));
    }

    /** An address that is mostly within the memory. */
    void address(int depth) {
        expression(Type.I32, depth);
        if (!choices.oneIn(2 * SOMETIMES)) {
            Constants.write(code, Type.I32, LAST_USED_ADDRESS);
            code.bytes(0x71);                                           // and
        }
    }

    /** Any alignment that is allowed; the offset is 0, small, about a page, or huge. */
    void memoryArgument(int bytesLog2) {
        code.unsigned(bytesLog2 - choices.below(bytesLog2 + 1));
        code.unsigned(switch (choices.below(4 * SOMETIMES)) {
            case 1, 2, 3, 4, 5, 6, 7, 8 -> choices.below(100);
            case 9 -> 65_536L - choices.below(20);
            case 10 -> 0xffff_ffffL - choices.below(10);
            case 11 -> 0x8000_0000L - choices.below(10);
            default -> 0;
        });
    }

    private void select(Type type, int depth) {
        expression(type, depth);
        expression(type, depth);
        expression(Type.I32, depth);
        if (type == Type.FUNCREF) {
            code.bytes(0x1c, 1, type.code());
        } else {
            code.bytes(0x1b);
        }
    }

    /** A block that is left with its value at the end, or earlier by a branch. */
    private void block(Type type, int depth) {
        List<Type> result = List.of(type);
        function.open(0x02, List.of(), result, result);
        new StatementGenerator(function, this).statements(depth);
        expression(type, depth);
        switch (choices.below(3)) {
            case 1 -> {
                expression(Type.I32, depth);
                code.bytes(0x0d).unsigned(function.any(function.labelsWith(result)));
            }
            case 2 -> {
                expression(Type.I32, depth);
                function.branchTable(function.labelsWith(result), choices.below(4));
                leaf(type);
            }
            default -> {}
        }
        function.end();
    }

    private void condition(Type type, int depth) {
        expression(Type.I32, depth);
        function.open(0x04, List.of(), List.of(type), List.of(type));
        expression(type, depth);
        code.bytes(0x05);
        expression(type, depth);
        function.end();
    }

    private void call(Type type, int depth) {
        List<Integer> candidates = function.shape.functionsReturning(List.of(type));
        if (candidates.isEmpty()) {
            leaf(type);
        } else {
            callOf(function.any(candidates), depth);
        }
    }

    /** Calls that function, or through the table one of its type. */
    void callOf(int callee, int depth) {
        call(CALL, callee, depth, true);
    }

    /**
     * Results by a tail call of another function, or as they are if no other has such results. Never of the function itself, nor through
     * a table where it may be: Endive 1.2.0 then loses the locals that are not parameters.
     */
    void leaveToAnother(List<Type> results, int depth) {
        List<Integer> others = function.shape.functionsReturning(results).stream().filter(other -> other != function.number).toList();
        if (others.isEmpty()) {
            expressions(results, depth);
            code.bytes(0x0f);
        } else {
            int callee = function.any(others);
            List<ModuleShape.Function> types = function.shape.functions();
            call(RETURN_CALL, callee, depth, !types.get(callee).equals(types.get(function.number)));
        }
    }

    private void call(int opcode, int callee, int depth, boolean throughTable) {
        ModuleShape.Function type = function.shape.functions().get(callee);
        expressions(type.parameters(), depth);
        List<Integer> slots = function.shape.slotsOf(type);
        if (choices.below(2) == 0 || slots.isEmpty() || !throughTable) {
            code.bytes(opcode).unsigned(callee);
            return;
        }
        if (choices.oneIn(SOMETIMES)) {
            expression(Type.I32, depth);
        } else {
            Constants.write(code, Type.I32, function.any(slots));
            Constants.write(code, Type.I32, function.any(slots));
            expression(Type.I32, depth);
            code.bytes(0x1b);
        }
        code.bytes(opcode + INDIRECT).unsigned(callee).bytes(choices.oneIn(SOMETIMES) ? 1 : 0); // types have the numbers of functions
    }

    private void tee(Type type, int depth) {
        expression(type, depth);
        List<Integer> locals = function.localsOf(type);
        if (!locals.isEmpty()) {
            code.bytes(0x22).unsigned(function.any(locals));
        }
    }
}
