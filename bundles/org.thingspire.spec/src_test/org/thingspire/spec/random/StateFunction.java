// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;

/**
 * The body of a function that returns one number for all that a module remembers: memory where the others write, globals, and where
 * tables are null.
 */
final class StateFunction {

    private static final int LOOP = 0x03;
    private static final int END = 0x0b;
    private static final int NO_RESULT = 0x40;
    private static final long PRIME = 0x100_0000_01b3L;
    private static final int FIRST_PAGES_END = 65_536;
    private static final int ADDRESS = 0;
    private static final int SUM = 1;

    private StateFunction() {
    }

    /**
     * @param globals the types of all globals; the first one does not count
     * @param tables  how many tables there are
     */
    static Code write(List<Type> globals, int tables) {
        Code code = new Code().bytes(4, 1, Type.I32.code(), 1, Type.I64.code(), 1, Type.F32.code(), 1, Type.F64.code());
        addMemory(code, 0, 8192);
        addMemory(code, FIRST_PAGES_END - 64, FIRST_PAGES_END);
        for (int i = 1; i < globals.size(); i++) {
            code.bytes(0x23).unsigned(i);
            switch (globals.get(i)) {
                case I32 -> code.bytes(0xad);                           // i64.extend_i32_u
                case I64 -> {}
                case F32 -> canonical(code, Type.F32, 2).bytes(0xbc, 0xad); // i32.reinterpret_f32
                case F64 -> canonical(code, Type.F64, 3).bytes(0xbd);   // i64.reinterpret_f64
                case FUNCREF -> code.bytes(0xd1, 0xad);                 // ref.is_null
            }
            mix(code);
        }
        for (int table = 0; table < tables; table++) {
            addTable(code, table);
        }
        return code.bytes(0x20, SUM, END);
    }

    private static void addMemory(Code code, int from, int to) {
        Constants.write(code, Type.I32, from);
        code.bytes(0x21, ADDRESS, LOOP, NO_RESULT, 0x20, ADDRESS, 0x29, 3, 0);  // local.set, loop, local.get, i64.load
        mix(code);
        code.bytes(0x20, ADDRESS);
        Constants.write(code, Type.I32, Long.BYTES);
        code.bytes(0x6a, 0x22, ADDRESS);                                // i32.add, local.tee
        Constants.write(code, Type.I32, to);
        code.bytes(0x49, 0x0d, 0, END);                                 // i32.lt_u, br_if, end
    }

    private static void addTable(Code code, int table) {
        code.bytes(0xfc, 16).unsigned(table).bytes(0xad);               // table.size
        mix(code);
        Constants.write(code, Type.I32, 0);
        code.bytes(0x21, ADDRESS, LOOP, NO_RESULT, 0x20, ADDRESS, 0x25).unsigned(table).bytes(0xd1, 0xad); // table.get, ref.is_null
        mix(code);
        code.bytes(0x20, ADDRESS, 0x41, 1, 0x6a, 0x22, ADDRESS, 0xfc, 16).unsigned(table).bytes(0x49, 0x0d, 0, END); // until table.size
    }

    /** {@code sum = (sum xor value) * prime}, with the value on the stack. */
    private static void mix(Code code) {
        code.bytes(0x20, SUM, 0x85);                                    // local.get, i64.xor
        Constants.write(code, Type.I64, PRIME);
        code.bytes(0x7e, 0x21, SUM);                                    // i64.mul, local.set
    }

    /** Any NaN becomes the same one: which NaN an operation gives is up to the machine (specification 4.3.3). */
    static Code canonical(Code code, Type type, int scratchLocal) {
        long nan = type == Type.F32 ? Float.floatToIntBits(Float.NaN) : Double.doubleToLongBits(Double.NaN);
        code.bytes(0x22).unsigned(scratchLocal);                        // local.tee
        Constants.write(code, type, nan);
        code.bytes(0x20).unsigned(scratchLocal).bytes(0x20).unsigned(scratchLocal);
        return code.bytes(type == Type.F32 ? 0x5b : 0x61, 0x1b);        // eq, select
    }
}
