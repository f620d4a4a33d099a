// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An instruction that makes one number of one or two others.
 *
 * @param opcode     one byte, or {@code 0xfc00} plus the number after the prefix
 * @param operands   their types
 * @param result     its type
 * @param seesSign   whether the sign or the bits of a NaN among the operands show in a result that is no NaN
 */
record NumericOperator(int opcode, List<Type> operands, Type result, boolean seesSign) {

    private static final int PREFIX = 0xfc;

    /** By result. The first of each list can't trap. */
    private static final Map<Type, List<NumericOperator>> ALL = all();

    static NumericOperator any(Choices choices, Type result) {
        List<NumericOperator> operators = ALL.get(result);
        return operators.get(choices.below(operators.size()));
    }

    void write(Code code) {
        if (opcode > 0xff) {
            code.bytes(PREFIX).unsigned(opcode & 0xff);
        } else {
            code.bytes(opcode);
        }
    }

    private static Map<Type, List<NumericOperator>> all() {
        Map<Type, List<NumericOperator>> all = new EnumMap<>(Type.class);
        for (Type type : Type.values()) {
            all.put(type, new ArrayList<>());
        }
        binary(all, 0x6a, 0x78, Type.I32, Type.I32);    // add to rotr
        unary(all, 0x67, 0x69, Type.I32, Type.I32);     // clz, ctz, popcnt
        unary(all, 0x45, 0x45, Type.I32, Type.I32);     // eqz
        binary(all, 0x46, 0x4f, Type.I32, Type.I32);    // eq to ge_u
        unary(all, 0x50, 0x50, Type.I64, Type.I32);
        binary(all, 0x51, 0x5a, Type.I64, Type.I32);
        binary(all, 0x5b, 0x60, Type.F32, Type.I32);    // eq to ge
        binary(all, 0x61, 0x66, Type.F64, Type.I32);
        unary(all, 0xc0, 0xc1, Type.I32, Type.I32);     // extend8_s, extend16_s
        unary(all, 0xa7, 0xa7, Type.I64, Type.I32);     // wrap
        unary(all, 0xa8, 0xa9, Type.F32, Type.I32);     // trunc
        unary(all, 0xaa, 0xab, Type.F64, Type.I32);
        unary(all, 0xfc00, 0xfc01, Type.F32, Type.I32); // trunc_sat
        unary(all, 0xfc02, 0xfc03, Type.F64, Type.I32);
        add(all, 0xbc, List.of(Type.F32), Type.I32, true);  // reinterpret

        binary(all, 0x7c, 0x8a, Type.I64, Type.I64);
        unary(all, 0x79, 0x7b, Type.I64, Type.I64);
        unary(all, 0xc2, 0xc4, Type.I64, Type.I64);
        unary(all, 0xac, 0xad, Type.I32, Type.I64);     // extend
        unary(all, 0xae, 0xaf, Type.F32, Type.I64);
        unary(all, 0xb0, 0xb1, Type.F64, Type.I64);
        unary(all, 0xfc04, 0xfc05, Type.F32, Type.I64);
        unary(all, 0xfc06, 0xfc07, Type.F64, Type.I64);
        add(all, 0xbd, List.of(Type.F64), Type.I64, true);

        binary(all, 0x92, 0x97, Type.F32, Type.F32);    // add to max
        unary(all, 0x8b, 0x91, Type.F32, Type.F32);     // abs to sqrt
        add(all, 0x98, List.of(Type.F32, Type.F32), Type.F32, true);    // copysign
        unary(all, 0xb2, 0xb3, Type.I32, Type.F32);
        // Not f32.convert_i64_u: of 0x8000000000000001 Endive's interpreter makes the next larger number.
        unary(all, 0xb4, 0xb4, Type.I64, Type.F32);
        unary(all, 0xb6, 0xb6, Type.F64, Type.F32);     // demote
        unary(all, 0xbe, 0xbe, Type.I32, Type.F32);

        binary(all, 0xa0, 0xa5, Type.F64, Type.F64);
        unary(all, 0x99, 0x9f, Type.F64, Type.F64);
        add(all, 0xa6, List.of(Type.F64, Type.F64), Type.F64, true);
        unary(all, 0xb7, 0xb8, Type.I32, Type.F64);
        unary(all, 0xb9, 0xba, Type.I64, Type.F64);
        unary(all, 0xbb, 0xbb, Type.F32, Type.F64);     // promote
        unary(all, 0xbf, 0xbf, Type.I64, Type.F64);
        return all;
    }

    private static void unary(Map<Type, List<NumericOperator>> all, int first, int last, Type operand, Type result) {
        for (int opcode = first; opcode <= last; opcode++) {
            add(all, opcode, List.of(operand), result, false);
        }
    }

    private static void binary(Map<Type, List<NumericOperator>> all, int first, int last, Type operand, Type result) {
        for (int opcode = first; opcode <= last; opcode++) {
            add(all, opcode, List.of(operand, operand), result, false);
        }
    }

    private static void add(Map<Type, List<NumericOperator>> all, int opcode, List<Type> operands, Type result, boolean seesSign) {
        all.get(result).add(new NumericOperator(opcode, operands, result, seesSign));
    }
}
