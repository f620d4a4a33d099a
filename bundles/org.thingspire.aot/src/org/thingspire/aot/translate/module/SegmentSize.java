// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;

/**
 * How much of a data or element segment is left for {@code memory.init} and {@code table.init}: all or, once it has been
 * dropped, nothing. Initialization drops active and declarative segments (specification 4.5.4), so code never sees them.
 */
public final class SegmentSize {

    private final LlvmContext context;
    private final int whole;
    /** {@code null} if the size never changes. */
    private final LLVMValueRef variable;

    private SegmentSize(LlvmContext context, int whole, LLVMValueRef variable) {
        this.context = context;
        this.whole = whole;
        this.variable = variable;
    }

    /** Of a segment that is dropped before any code runs. */
    static SegmentSize none(LlvmContext context) {
        return new SegmentSize(context, 0, null);
    }

    /** Of a segment that nothing drops. */
    static SegmentSize lasting(LlvmContext context, int size) {
        return new SegmentSize(context, size, null);
    }

    static SegmentSize droppable(IrModule ir, String symbol, int size) {
        LLVMValueRef variable = ir.addVariable(symbol, ".bss." + symbol, ir.context().constant(0));
        ir.setLocal(variable);
        return new SegmentSize(ir.context(), size, variable);
    }

    /** As an i32. */
    public LLVMValueRef get(IrBuilder builder) {
        return variable == null ? context.constant(whole) : builder.load(context.i32, variable);
    }

    void restore(IrBuilder builder) {
        set(builder, whole);
    }

    public void drop(IrBuilder builder) {
        set(builder, 0);
    }

    private void set(IrBuilder builder, int size) {
        if (variable != null) {
            builder.store(context.constant(size), variable);
        }
    }
}
