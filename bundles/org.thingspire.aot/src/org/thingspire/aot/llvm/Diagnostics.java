// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMContextSetDiagnosticHandler;
import static org.bytedeco.llvm.global.LLVM.LLVMDSError;
import static org.bytedeco.llvm.global.LLVM.LLVMDSWarning;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoDescription;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoSeverity;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

/**
 * Collects the errors and warnings that LLVM reports while it generates code. Without a handler an error would end the process, and with
 * one the emitter still claims success: so who emits looks here afterwards.
 *
 * <p>JavaCPP has native entry points for ten handlers only and ignores the eleventh. So all contexts share one, which tells
 * them apart by thread: LLVM reports on the thread that compiles.
 */
final class Diagnostics {

    private static final ThreadLocal<List<String>> ERRORS = ThreadLocal.withInitial(ArrayList::new);
    private static final ThreadLocal<List<String>> WARNINGS = ThreadLocal.withInitial(ArrayList::new);

    private static final LLVMDiagnosticHandler HANDLER = new LLVMDiagnosticHandler() {
        @Override
        public void call(LLVMDiagnosticInfoRef diagnostic, Pointer unused) {
            int severity = LLVMGetDiagInfoSeverity(diagnostic);
            if (severity == LLVMDSError || severity == LLVMDSWarning) {
                BytePointer text = LLVMGetDiagInfoDescription(diagnostic);
                (severity == LLVMDSError ? ERRORS : WARNINGS).get().add(text.getString());
                LLVMDisposeMessage(text);
            }
        }
    };

    private Diagnostics() {
    }

    /** Starts a compilation on this thread. */
    static void watch(LLVMContextRef context) {
        ERRORS.remove();
        WARNINGS.remove();
        LLVMContextSetDiagnosticHandler(context, HANDLER, (Pointer) null);
    }

    /** The errors on this thread since it asked last. */
    static List<String> take() {
        List<String> errors = List.copyOf(ERRORS.get());
        ERRORS.remove();
        return errors;
    }

    /** The warnings on this thread since it asked last. */
    static List<String> takeWarnings() {
        List<String> warnings = List.copyOf(WARNINGS.get());
        WARNINGS.remove();
        return warnings;
    }
}
