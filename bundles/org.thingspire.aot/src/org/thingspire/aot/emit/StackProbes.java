// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.llvm.Diagnostics;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.llvm.LlvmRefs;

/**
 * Keeps functions from stepping over the guard below the stack on ARMv7-M, where an MPU region of {@value #GUARD} bytes is the guard
 * ({@code TS_STACK_GUARD} in the runtime's port). A function with a large frame first reads from where it will be, from the top down, in
 * steps that can't miss the guard. ARMv8-M has a stack limit register instead, and for x86-64 LLVM makes such probes itself.
 *
 * <p><b>Why {@value #UNPROBED} and {@value #STEP}.</b> Say that each function is entered at most 72 bytes below the stack's limit. One
 * with a small frame that calls another saves the return address at its top: that faults, or its callee is entered at most 72 bytes
 * below the limit, too. One that calls nobody ends at most 144 bytes below it, and the largest frame that the processor saves there
 * on an interrupt, 108 bytes, still begins in the guard. One with a large frame probes at most 72 + 8 + 176 bytes below the limit at first
 * (8 are for two saved registers), then in steps below the guard's size, so all of its frame is above the limit.
 *
 * <p>How large a frame is, the code generator tells by a warning when the function's instructions are final but not written yet. That is
 * the moment when the probe is put in front of them, as data, which changes nothing else.
 */
final class StackProbes {

    static final int GUARD = 256;
    /** Bytes of a frame that needs no probe. */
    private static final int UNPROBED = 72;
    /** Bytes from one probe to the next. */
    private static final int STEP = GUARD - UNPROBED - 8;

    private static final String WARNING = "stack frame size ";
    private static final Pattern FRAME = Pattern.compile(WARNING + "\\((\\d+)\\) exceeds limit \\(\\d+\\) in function '(.+)'");

    private final LLVMModuleRef module;
    private final LlvmContext context;

    private StackProbes(LLVMModuleRef module, LlvmContext context) {
        this.module = module;
        this.context = context;
    }

    static boolean areNeededOn(CodeTarget target) {
        return target.architecture().probesStack();
    }

    /** Adds what is needed while the module's code is generated, which comes next on this thread. */
    static void addTo(LLVMModuleRef module, LlvmContext context) {
        StackProbes probes = new StackProbes(module, context);
        probes.askForWarnings();
        Diagnostics.listen(probes::warned);
    }

    private void askForWarnings() {
        LlvmRefs.definitions(module).forEach(function -> LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex,
                context.attribute("warn-stack-size", Integer.toString(UNPROBED))));
    }

    private void warned(String warning) {
        Matcher frame = FRAME.matcher(warning);
        if (frame.find()) {
            LLVMValueRef function = LLVMGetNamedFunction(module, frame.group(2));
            LLVMSetPrologueData(function, instructions(Integer.parseInt(frame.group(1))));
        } else if (warning.contains(WARNING)) {
            throw new IllegalStateException("a large stack frame that can't be probed");
        }
    }

    private LLVMValueRef instructions(int bytes) {
        List<LLVMValueRef> halfwords = new ArrayList<>();
        for (int halfword : bytes <= STEP ? oneProbe(bytes) : probes((bytes + STEP - 1) / STEP)) {
            halfwords.add(context.constant(context.i16, halfword));
        }
        return context.constantArray(context.i16, halfwords);
    }

    /** Only r12 may change. ARM DDI 0403, A7.7.43, encoding T4. */
    private static int[] oneProbe(int bytes) {
        return new int[] {
                0xf85d, 0xcc00 | bytes,         // ldr r12, [sp, #-bytes]
        };
    }

    /** Whole words, for the constants that LLVM places after the function. */
    private static int[] probes(int count) {
        return new int[] {
                0xb430,                         // push {r4, r5}
                0xf240 | count >> 12 & 0xf | count >> 1 & 0x400, 0x0400 | count << 4 & 0x7000 | count & 0xff,    // movw r4, #count
                0x46ec,                         // mov r12, sp
                0xf85c, 0x5d00 | STEP,          // 1: ldr r5, [r12, #-STEP]!
                0x3c01,                         // subs r4, #1
                0xd1fb,                         // bne 1b
                0xbc30,                         // pop {r4, r5}
                0xbf00,                         // nop
        };
    }
}
