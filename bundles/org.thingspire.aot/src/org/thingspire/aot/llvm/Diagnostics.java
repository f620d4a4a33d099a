// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMDSError;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoDescription;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoSeverity;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

/**
 * Collects the errors that LLVM reports while it generates code. Without a handler an error would end the process, and with
 * one the emitter still claims success: so who emits looks here afterwards.
 */
final class Diagnostics extends LLVMDiagnosticHandler {

    private final List<String> errors = new ArrayList<>();

    @Override
    public void call(LLVMDiagnosticInfoRef diagnostic, Pointer unused) {
        if (LLVMGetDiagInfoSeverity(diagnostic) == LLVMDSError) {
            BytePointer text = LLVMGetDiagInfoDescription(diagnostic);
            errors.add(text.getString());
            LLVMDisposeMessage(text);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }
}
