// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.thingspire.aot.api.Architecture;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;

/** LLVM's code generators: registers them, which takes less than a millisecond, and checks what is asked of them. */
final class Targets {

    static {
        LLVMInitializeAllTargetInfos();
        LLVMInitializeAllTargets();
        LLVMInitializeAllTargetMCs();
        LLVMInitializeAllAsmPrinters();
        LLVMInitializeAllAsmParsers();
    }

    private Targets() {
    }

    /** An un-normalized {@code thumbv7em-none-eabihf} would silently lose its hard-float calling convention. */
    static String normalizedTriple(CodeTarget target) {
        try (BytePointer triple = new BytePointer(target.triple())) {
            BytePointer normalized = LLVMNormalizeTargetTriple(triple);
            String text = normalized.getString();
            LLVMDisposeMessage(normalized);
            return text;
        }
    }

    /** Finds the code generator. LLVM takes any CPU name and only grumbles on stderr, so the names are checked here. */
    static LLVMTargetRef find(CodeTarget target) throws CompilerFailure {
        Architecture architecture = target.knownArchitecture()
                .orElseThrow(() -> new CompilerFailure("unknown target '" + target.triple() + "': no code is generated for it"));
        if (!architecture.cpus().contains(target.cpu())) {
            throw new CompilerFailure("unknown cpu '" + target.cpu() + "' for target '" + target.triple() + "', expected one of "
                    + architecture.cpus().stream().sorted().toList());
        }
        LLVMTargetRef found = new LLVMTargetRef();
        BytePointer error = new BytePointer((Pointer) null);
        try (BytePointer triple = new BytePointer(normalizedTriple(target))) {
            if (LLVMGetTargetFromTriple(triple, found, error) != 0) {
                String reason = error.getString();
                LLVMDisposeMessage(error);
                throw new CompilerFailure("unknown target '" + target.triple() + "': " + reason);
            }
        }
        return found;
    }
}
