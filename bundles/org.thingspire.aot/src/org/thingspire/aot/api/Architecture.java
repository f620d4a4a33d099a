// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * An architecture that the compiler generates code for, and all that it has to know of one beside what LLVM knows. A new one is a line
 * here.
 */
public enum Architecture {

    /** Cortex-M0, M0+ and M1. No fault tells an unaligned access from others, and branches don't reach far. */
    ARMV6M("thumbv6m", Set.of("cortex-m0", "cortex-m0plus", "cortex-m1"), Family.ARM_M),
    /** Cortex-M3. */
    ARMV7M("thumbv7m", Set.of("cortex-m3"), Family.ARM_M),
    /** Cortex-M4 and M7. */
    ARMV7EM("thumbv7em", Set.of("cortex-m4", "cortex-m7"), Family.ARM_M),
    /** Cortex-M23. */
    ARMV8M_BASE("thumbv8m.base", Set.of("cortex-m23"), Family.ARM_M),
    /** Cortex-M33 and M35P. */
    ARMV8M_MAIN("thumbv8m.main", Set.of("cortex-m33", "cortex-m35p"), Family.ARM_M),
    /** The levels of the x86-64 psABI. */
    X86_64("x86_64", Set.of("x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"), Family.X86),
    AARCH64("aarch64", Set.of("generic", "cortex-a53", "cortex-a55", "cortex-a57", "cortex-a72", "cortex-a76", "neoverse-n1"), Family.ARM_A),
    RISCV32("riscv32", Set.of("generic-rv32", "sifive-e20", "sifive-e31", "rocket-rv32"), Family.RISCV);

    /** What architectures share: the instruction that no processor of the family will ever define, with a number that a fault handler reads. */
    private enum Family {
        ARM_M(number -> "udf #" + number),
        ARM_A(number -> "udf #" + number),
        X86(number -> "ud2\n\t.byte " + number),
        RISCV(number -> "unimp\n\t.half " + number);

        private final IntFunction<String> trap;

        Family(IntFunction<String> trap) {
            this.trap = trap;
        }
    }

    private final String llvmName;
    private final Set<String> cpus;
    private final Family family;

    Architecture(String llvmName, Set<String> cpus, Family family) {
        this.llvmName = llvmName;
        this.cpus = cpus;
        this.family = family;
    }

    /** Finds what a triple of LLVM begins with; empty if the compiler is not for it. */
    static Optional<Architecture> of(String triple) {
        String first = triple.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.llvmName.equals(first)).findFirst();
    }

    /** The processors that code is generated for, by LLVM's names. */
    public Set<String> cpus() {
        return cpus;
    }

    /** An instruction that traps, in the assembler's words; the number tells the fault handler why. */
    public String trapInstruction(int number) {
        return family.trap.apply(number);
    }

    /** Whether it is an Arm Cortex-M: addresses are words, and wrap around as a module's indices do. */
    public boolean isCortexM() {
        return family == Family.ARM_M;
    }

    /** Whether there are instructions of 16 and of 32 bits that do the same: smaller ones for the lower eight registers. */
    public boolean isThumb2() {
        return this == ARMV7M || this == ARMV7EM || this == ARMV8M_MAIN;
    }

    /**
     * Whether LLVM can make every call between functions of one type a jump. On RISC-V it can't if arguments are on the stack, and
     * ARMv6-M can't jump that far.
     */
    public boolean hasTailJumps() {
        return this != ARMV6M && family != Family.RISCV;
    }

    /**
     * Whether code may rely on the alignment that an access to linear memory hints at. Where the hint is wrong, what LLVM then takes
     * ({@code ldrd}, {@code ldm}, {@code vldr}, ...) faults on ARMv7-M and ARMv8-M Mainline, and the runtime's fault handler does the
     * access instead. Elsewhere nothing is gained, or nobody tells such a fault from others.
     */
    public boolean trustsAlignment() {
        return isThumb2();
    }

    /** Whether only a region of the MPU ends a stack, so that functions with large frames have to probe it. */
    public boolean probesStack() {
        return this == ARMV7M || this == ARMV7EM;
    }
}
