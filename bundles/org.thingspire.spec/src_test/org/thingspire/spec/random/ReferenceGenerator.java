// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

/** Code about references to functions, the tables that hold them, and the segments that tables and memory are filled from. */
final class ReferenceGenerator {

    private static final int PREFIX = 0xfc;
    private static final int SOMETIMES = 16;
    private static final int MAX_ELEMENTS = 4;
    /** An index and a count below this have a sum that Endive 1.2.0 takes for positive: its {@code table.copy} crashes otherwise. */
    private static final int HALF = 1 << 30;

    private final FunctionGenerator function;
    private final ExpressionGenerator expressions;
    private final Choices choices;
    private final Code code;

    ReferenceGenerator(FunctionGenerator function, ExpressionGenerator expressions) {
        this.function = function;
        this.expressions = expressions;
        this.choices = function.choices;
        this.code = function.code;
    }

    // Expressions

    /** A reference that depends on nothing. */
    void constant() {
        if (choices.below(3) == 0) {
            code.bytes(0xd0, Type.FUNCREF.code());                      // ref.null
        } else {
            code.bytes(0xd2).unsigned(choices.below(function.shape.functions().size())); // ref.func
        }
    }

    /** A reference out of a table, or a number about references or tables. */
    void write(Type type, int depth) {
        if (type == Type.FUNCREF) {
            element(depth);
        } else {
            question(depth);
        }
    }

    private void element(int depth) {
        int table = table();
        index(table, depth);
        code.bytes(0x25).unsigned(table);                               // table.get
    }

    private void question(int depth) {
        int table = table();
        switch (choices.below(4)) {
            case 1 -> code.bytes(PREFIX, 16).unsigned(table);           // table.size
            case 2 -> {
                expressions.expression(Type.FUNCREF, depth);
                expressions.expression(Type.I32, depth);
                below(MAX_ELEMENTS);                                   // Endive 1.2.0 crashes where sizes overflow
                code.bytes(PREFIX, 15).unsigned(table);                 // table.grow
            }
            default -> {
                expressions.expression(Type.FUNCREF, depth);
                code.bytes(0xd1);                                       // ref.is_null
            }
        }
    }

    // Statements

    void statement(int depth) {
        int table = table();
        switch (choices.below(7)) {
            case 1 -> fill(table, depth);
            case 2 -> copy(table, depth);
            case 3 -> initializeTable(table, depth);
            case 4 -> code.bytes(PREFIX, 13).unsigned(elementSegment()); // elem.drop
            case 5 -> initializeMemory(depth);
            case 6 -> code.bytes(PREFIX, 9).unsigned(dataSegment());    // data.drop
            default -> {
                index(table, depth);
                expressions.expression(Type.FUNCREF, depth);
                code.bytes(0x26).unsigned(table);                       // table.set
            }
        }
    }

    private void fill(int table, int depth) {
        index(table, depth);
        expressions.expression(Type.FUNCREF, depth);
        count(depth);
        code.bytes(PREFIX, 17).unsigned(table);
    }

    private void copy(int table, int depth) {
        int source = table();
        index(table, depth);
        below(HALF);
        index(source, depth);
        below(HALF);
        count(depth);
        below(HALF);
        code.bytes(PREFIX, 14).unsigned(table).unsigned(source);
    }

    private void initializeTable(int table, int depth) {
        index(table, depth);
        count(depth);
        count(depth);
        code.bytes(PREFIX, 12).unsigned(elementSegment()).unsigned(table);
    }

    private void initializeMemory(int depth) {
        expressions.address(depth);
        count(depth);
        count(depth);
        code.bytes(PREFIX, 8).unsigned(dataSegment()).bytes(0);
    }

    private int table() {
        return choices.below(ModuleShape.TABLES);
    }

    /** Mostly one that code can use; the first ones are used up when the module starts. */
    private int elementSegment() {
        return choices.oneIn(SOMETIMES) ? 0 : function.shape.firstPassiveElements() + choices.below(ModuleShape.PASSIVE_ELEMENTS);
    }

    /** Not the first one: Endive 1.2.0 does not drop what memory was filled with at the start. */
    private static int dataSegment() {
        return ModuleShape.PASSIVE_DATA;
    }

    /** An index that the table mostly has. */
    private void index(int table, int depth) {
        bounded(table == 0 ? ModuleShape.SLOTS : ModuleShape.SLOTS_OF_SECOND, depth);
    }

    private void count(int depth) {
        bounded(MAX_ELEMENTS, depth);
    }

    private void bounded(int limit, int depth) {
        expressions.expression(Type.I32, depth);
        if (!choices.oneIn(SOMETIMES)) {
            below(limit);
        }
    }

    /** @param limit a power of two */
    private void below(int limit) {
        Constants.write(code, Type.I32, limit - 1);
        code.bytes(0x71);                                               // and
    }
}
