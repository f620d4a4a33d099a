// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import java.util.List;

import org.thingspire.aot.api.CodeTarget;

/** One of each kind of processor that the compiler is for. */
public final class CodeTargets {

    public static final List<CodeTarget> ALL = List.of(
            new CodeTarget("thumbv6m-none-eabi", "cortex-m0", ""),
            CodeTarget.CORTEX_M3,
            CodeTarget.CORTEX_M4F,
            new CodeTarget("thumbv7em-none-eabihf", "cortex-m7", "+fp-armv8d16"),
            new CodeTarget("thumbv8m.main-none-eabihf", "cortex-m33", "+fp-armv8d16sp"),
            CodeTarget.LINUX_X86_64,
            new CodeTarget("aarch64-unknown-linux-gnu", "generic", ""),
            new CodeTarget("riscv32-unknown-none-elf", "generic-rv32", "+m"));

    private CodeTargets() {
    }
}
