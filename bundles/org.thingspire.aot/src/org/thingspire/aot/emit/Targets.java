// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.thingspire.aot.api.Architecture;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;

/** LLVM's code generators: loads those that ThingSpire has boards for and checks what is asked of them. */
final class Targets {

    static {
        LLVMInitializeARMTargetInfo();
        LLVMInitializeARMTarget();
        LLVMInitializeARMTargetMC();
        LLVMInitializeARMAsmPrinter();
        LLVMInitializeARMAsmParser();
        LLVMInitializeX86TargetInfo();
        LLVMInitializeX86Target();
        LLVMInitializeX86TargetMC();
        LLVMInitializeX86AsmPrinter();
        LLVMInitializeX86AsmParser();
        LLVMInitializeAArch64TargetInfo();
        LLVMInitializeAArch64Target();
        LLVMInitializeAArch64TargetMC();
        LLVMInitializeAArch64AsmPrinter();
        LLVMInitializeAArch64AsmParser();
        LLVMInitializeRISCVTargetInfo();
        LLVMInitializeRISCVTarget();
        LLVMInitializeRISCVTargetMC();
        LLVMInitializeRISCVAsmPrinter();
        LLVMInitializeRISCVAsmParser();
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
        String triple = normalizedTriple(target);
        LLVMTargetRef found = new LLVMTargetRef();
        BytePointer error = new BytePointer((Pointer) null);
        try (BytePointer name = new BytePointer(triple)) {
            if (LLVMGetTargetFromTriple(name, found, error) != 0) {
                String reason = error.getString();
                LLVMDisposeMessage(error);
                throw new CompilerFailure("unknown target '" + target.triple() + "': " + reason);
            }
        }
        Optional<Set<String>> cpus = target.knownArchitecture().map(Architecture::cpus);
        if (cpus.filter(known -> known.contains(target.cpu())).isEmpty()) {
            throw new CompilerFailure("unknown cpu '" + target.cpu() + "' for target '" + target.triple() + "'"
                    + cpus.map(known -> ", expected one of " + known.stream().sorted().toList()).orElse(""));
        }
        return found;
    }
}
