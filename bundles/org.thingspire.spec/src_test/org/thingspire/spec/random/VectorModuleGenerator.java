// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.wasm.CoreSignature;

/**
 * Makes a module that computes with vectors. Its exported functions take nothing and return one i64, so that a reference
 * interpreter can call them from its command line.
 */
final class VectorModuleGenerator {

    static final int DATA_BYTES = 512;

    private static final int[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int FUNCTION = 0x60;
    private static final int MAX_HELPERS = 3;
    private static final int MAX_MAINS = 3;
    private static final String STATE = "state";
    private static final CoreSignature RETURNS_I64 = CoreSignature.of("", "l");

    /** Lanes at which something happens, as bits, in all sizes. */
    private static final long[] LANES = {0, -1, 1, 0x80, 0x7f, 0x8000, 0x7fff, 0x8000_0000L, 0x7fff_ffffL, Long.MIN_VALUE, Long.MAX_VALUE,
            0x7f80_0000L, 0xff80_0000L, 0x7fc0_0000L, 0x7fa0_0000L, 0x3f80_0000L, 0xbfc0_0000L, 0x4f00_0000L, 0x4f80_0000L, 0x0000_0001L,
            0x7ff0L << 48, 0xfff8L << 48, 0x7ff4L << 48, 0x3ff0L << 48, 0xc004L << 48, 0x41e0L << 48, 0x41efL << 48, 0x8000_8000_8000_8000L,
            0x7fff_8000_ffff_0001L, 0x80_7f_ff_01_80_7f_ff_01L, 0x3f00_0000_bf00_0000L, 0x100f_0e0d_0c0b_0a09L};

    private VectorModuleGenerator() {
    }

    static RandomModule generate(Choices choices) {
        Choices unused = choices.again();
        Code data = new Code().bytes(1, 0);
        Constants.write(data, Type.I32, 0);
        writeBytes(data.bytes(0x0b).unsigned(DATA_BYTES), unused, DATA_BYTES);
        int helpers = unused.below(MAX_HELPERS + 1);
        int mains = 1 + unused.below(MAX_MAINS);
        Code functions = new Code().unsigned(helpers + mains + 1L);
        Code bodies = new Code().unsigned(helpers + mains + 1L);
        Code exports = new Code().unsigned(mains + 1L);
        List<RandomModule.Call> calls = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            functions.unsigned(1);
            bodies.sized(VectorFunctionGenerator.helper(unused));
        }
        for (int i = 0; i < mains; i++) {
            functions.unsigned(0);
            bodies.sized(VectorFunctionGenerator.main(unused, helpers));
            exports.name("f" + i).bytes(0).unsigned(helpers + (long) i);
            calls.add(new RandomModule.Call("f" + i, RETURNS_I64, List.of()));
        }
        calls.add(new RandomModule.Call(STATE, RETURNS_I64, List.of()));
        int vector = VectorFunctionGenerator.type('v');
        byte[] wasm = new Code().bytes(HEADER)
                .section(1, new Code().bytes(2, FUNCTION, 0, 1, Type.I64.code())
                        .bytes(FUNCTION, 3, vector, vector, Type.I32.code(), 1, vector))
                .section(3, functions.unsigned(0))
                .section(5, new Code().bytes(1, 1, 1, 1))
                .section(7, exports.name(STATE).bytes(0).unsigned(helpers + (long) mains))
                .section(10, bodies.sized(StateFunction.write(List.of(), 0)))
                .section(11, data)
                .toBytes();
        return new RandomModule(wasm, calls, ModuleImports.NONE, choices);
    }

    /** @param count a multiple of eight */
    static void writeBytes(Code code, Choices choices, int count) {
        for (int i = 0; i < count; i += Long.BYTES) {
            code.littleEndian(choices.oneIn(3) ? choices.wideBits() : LANES[choices.below(LANES.length)], Long.BYTES);
        }
    }
}
