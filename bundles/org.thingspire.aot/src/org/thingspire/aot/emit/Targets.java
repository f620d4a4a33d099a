// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;

/** LLVM's code generators: loads those that ThingSpire has boards for and checks what is asked of them. */
final class Targets {

    /** LLVM takes any CPU name and only grumbles on stderr, so the names are checked here. By the triple's first part. */
    private static final Map<String, Set<String>> CPUS = Map.of(
            "thumbv6m", Set.of("cortex-m0", "cortex-m0plus", "cortex-m1"),
            "thumbv7m", Set.of("cortex-m3"),
            "thumbv7em", Set.of("cortex-m4", "cortex-m7"),
            "thumbv8m.base", Set.of("cortex-m23"),
            "thumbv8m.main", Set.of("cortex-m33", "cortex-m35p"),
            "x86_64", Set.of("x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"),
            "aarch64", Set.of("generic", "cortex-a53", "cortex-a55", "cortex-a57", "cortex-a72", "cortex-a76", "neoverse-n1"),
            "riscv32", Set.of("generic-rv32", "sifive-e20", "sifive-e31", "rocket-rv32"));

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
        Set<String> cpus = CPUS.get(triple.substring(0, triple.indexOf('-')).toLowerCase(Locale.ROOT));
        if (cpus == null || !cpus.contains(target.cpu())) {
            throw new CompilerFailure("unknown cpu '" + target.cpu() + "' for target '" + target.triple() + "'"
                    + (cpus == null ? "" : ", expected one of " + cpus.stream().sorted().toList()));
        }
        return found;
    }
}
