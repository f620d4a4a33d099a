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
import java.util.function.Consumer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

/**
 * Collects the errors that LLVM reports while it generates code, and hands its warnings to whoever listens. Without a handler an
 * error would end the process, and with one the emitter still claims success: so who emits looks here afterwards.
 *
 * <p>JavaCPP has native entry points for ten handlers only and ignores the eleventh. So all contexts share one, which tells
 * them apart by thread: LLVM reports on the thread that compiles.
 */
public final class Diagnostics {

    private static final ThreadLocal<List<String>> ERRORS = ThreadLocal.withInitial(ArrayList::new);
    private static final ThreadLocal<Consumer<String>> LISTENERS = new ThreadLocal<>();

    private static final LLVMDiagnosticHandler HANDLER = new LLVMDiagnosticHandler() {
        @Override
        public void call(LLVMDiagnosticInfoRef diagnostic, Pointer unused) {
            int severity = LLVMGetDiagInfoSeverity(diagnostic);
            if (severity == LLVMDSError || severity == LLVMDSWarning) {
                BytePointer text = LLVMGetDiagInfoDescription(diagnostic);
                report(severity == LLVMDSError, text.getString());
                LLVMDisposeMessage(text);
            }
        }
    };

    /** An exception must not get into LLVM's code. */
    private static void report(boolean isError, String message) {
        try {
            if (isError) {
                ERRORS.get().add(message);
            } else if (LISTENERS.get() != null) {
                LISTENERS.get().accept(message);
            }
        } catch (RuntimeException e) {
            ERRORS.get().add(e.getMessage() + " (" + message + ")");
        }
    }

    private Diagnostics() {
    }

    /** Starts a compilation on this thread. */
    static void watch(LLVMContextRef context) {
        ERRORS.remove();
        LISTENERS.remove();
        LLVMContextSetDiagnosticHandler(context, HANDLER, (Pointer) null);
    }

    /** The errors on this thread since it asked last. */
    public static List<String> take() {
        List<String> errors = List.copyOf(ERRORS.get());
        ERRORS.remove();
        return errors;
    }

    /**
     * Hands each warning on this thread to a listener while LLVM waits for it, until {@link #watch}.
     *
     * @param listener may change what LLVM has not looked at yet; what it throws becomes an error
     */
    public static void listen(Consumer<String> listener) {
        LISTENERS.set(listener);
    }
}
