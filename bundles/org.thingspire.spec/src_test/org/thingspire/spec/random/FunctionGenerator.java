// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one function's body: {@link StatementGenerator} and {@link ExpressionGenerator} write into it and ask here for what
 * they share: labels, locals, fuel.
 */
final class FunctionGenerator {

    private static final int CALL_COST = 15;
    private static final int MAX_LOCALS = 5;
    private static final int DEPTH = 4;
    /** Groups of them, each at one address. */
    private static final int MAX_ACCESSES = 2;
    private static final int TAIL_CALL_IN = 5;

    final Choices choices;
    final ModuleShape shape;
    final Code code = new Code();
    /** Which of the module's functions this is. */
    final int number;
    private final ModuleShape.Function type;
    private final List<Type> locals;
    /** For each open block, the types of the values that a branch to it takes along; the innermost last. */
    private final List<List<Type>> labels = new ArrayList<>();

    FunctionGenerator(Choices choices, ModuleShape shape, int number) {
        this.choices = choices;
        this.shape = shape;
        this.number = number;
        this.type = shape.functions().get(number);
        this.locals = new ArrayList<>(type.parameters());
        for (int count = choices.below(MAX_LOCALS); count > 0; count--) {
            locals.add(Type.any(choices));
        }
    }

    /** The body with its locals, as the code section wants it after its length. */
    Code generate() {
        labels.add(type.results());
        burn(CALL_COST);
        ExpressionGenerator expressions = new ExpressionGenerator(this);
        StatementGenerator statements = new StatementGenerator(this, expressions);
        if (shape.isAboutAccesses()) {
            statements.accesses(1 + choices.below(MAX_ACCESSES));
        } else {
            statements.statements(DEPTH);
        }
        if (choices.oneIn(TAIL_CALL_IN)) {
            expressions.leaveToAnother(type.results(), DEPTH);
        } else {
            expressions.expressions(type.results(), DEPTH);
        }
        code.bytes(0x0b);
        List<Type> additional = locals.subList(type.parameters().size(), locals.size());
        Code body = new Code().unsigned(additional.size());
        additional.forEach(local -> body.bytes(1, local.code()));
        return body.raw(code.toBytes());
    }

    /** Takes fuel; traps if none is left, and then fills up for the next call. */
    void burn(int amount) {
        code.bytes(0x23).unsigned(ModuleShape.FUEL_GLOBAL);
        Constants.write(code, Type.I32, amount);
        code.bytes(0x6b, 0x24).unsigned(ModuleShape.FUEL_GLOBAL);
        code.bytes(0x23).unsigned(ModuleShape.FUEL_GLOBAL);
        Constants.write(code, Type.I32, 0);
        code.bytes(0x48, 0x04, 0x40);                   // i32.lt_s, if
        Constants.write(code, Type.I32, ModuleShape.FUEL);
        code.bytes(0x24).unsigned(ModuleShape.FUEL_GLOBAL).bytes(0x00, 0x0b);
    }

    // Locals

    int newLocal(Type local) {
        locals.add(local);
        return locals.size() - 1;
    }

    /** The locals of a type; empty if there are none. */
    List<Integer> localsOf(Type wanted) {
        return indicesOf(locals, wanted, 0);
    }

    /** The globals of a type, without the fuel. */
    List<Integer> globalsOf(Type wanted) {
        return indicesOf(shape.globals(), wanted, ModuleShape.FUEL_GLOBAL + 1);
    }

    List<Type> locals() {
        return locals;
    }

    private static List<Integer> indicesOf(List<Type> types, Type wanted, int from) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < types.size(); i++) {
            if (types.get(i) == wanted) {
                found.add(i);
            }
        }
        return found;
    }

    <T> T any(List<T> list) {
        return list.get(choices.below(list.size()));
    }

    // Labels

    /** @param opcode block, loop or if */
    void open(int opcode, List<Type> parameters, List<Type> results, List<Type> branchTypes) {
        code.bytes(opcode);
        if (parameters.isEmpty() && results.isEmpty()) {
            code.bytes(0x40);
        } else if (parameters.isEmpty() && results.size() == 1) {
            code.bytes(results.getFirst().code());
        } else {
            code.signed(shape.typeOf(new ModuleShape.Function(parameters, results)));
        }
        labels.add(branchTypes);
    }

    void end() {
        code.bytes(0x0b);
        labels.removeLast();
    }

    /** How many blocks are around, the function itself included. */
    int depth() {
        return labels.size();
    }

    /** What a branch out of that many blocks takes along. */
    List<Type> branchTypes(int label) {
        return labels.get(labels.size() - 1 - label);
    }

    /** The labels that take along exactly these. */
    List<Integer> labelsWith(List<Type> types) {
        List<Integer> found = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            if (branchTypes(label).equals(types)) {
                found.add(label);
            }
        }
        return found;
    }

    void branchTable(List<Integer> candidates, int count) {
        code.bytes(0x0e).unsigned(count);
        for (int i = 0; i <= count; i++) {
            code.unsigned(any(candidates));
        }
    }
}
