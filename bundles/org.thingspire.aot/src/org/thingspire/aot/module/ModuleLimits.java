// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.List;

import org.thingspire.aot.api.UnsupportedModuleException;

import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;

/**
 * What a valid module may not exceed, so that neither time nor memory of the compiler explodes on nonsense that happens to be
 * valid. No program that people write comes near; where the WebAssembly JavaScript Interface has a limit, this is it.
 */
public final class ModuleLimits {

    private static final int MODULE_BYTES = 1 << 26;
    private static final int FUNCTION_BYTES = 1_000_000;
    private static final int PARAMETERS_OR_RESULTS = 1000;
    private static final int NESTED_BLOCKS = 10_000;
    /** LLVM's analyses of loops take the square of this. */
    private static final int NESTED_LOOPS = 1000;
    private static final int BRANCH_TARGETS = 65_520;

    private ModuleLimits() {
    }

    /** What has to be known before anybody looks into the module. */
    public static void checkSizes(byte[] module) throws UnsupportedModuleException {
        check(module.length, MODULE_BYTES, "the module has %s bytes; at most %s are supported");
        for (SectionMap.Body body : SectionMap.of(module).bodies()) {
            check(body.end() - body.content(), FUNCTION_BYTES,
                    "the function at offset 0x%x has".formatted(body.content()) + " %s bytes; at most %s are supported");
        }
    }

    public static void checkContents(DecodedModule module) throws UnsupportedModuleException {
        int imported = module.importCount(ExternalType.FUNCTION);
        List<FunctionType> types = module.functionTypes();
        for (int i = 0; i < types.size(); i++) {
            FunctionType type = types.get(i);
            String function = "function " + module.names().ofFunction(i);
            check(type.params().size(), PARAMETERS_OR_RESULTS, function + " has %s parameters; at most %s are supported");
            check(type.returns().size(), PARAMETERS_OR_RESULTS, function + " has %s results; at most %s are supported");
            if (i >= imported) {
                checkCode(module.body(i).instructions(), function);
            }
        }
    }

    private static void checkCode(List<AnnotatedInstruction> body, String function) throws UnsupportedModuleException {
        boolean[] isLoop = new boolean[NESTED_BLOCKS + 1];
        int blocks = 0;
        int loops = 0;
        for (AnnotatedInstruction instruction : body) {
            switch (instruction.opcode()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> {
                    check(++blocks, NESTED_BLOCKS, function, instruction, "has %s blocks within each other; at most %s are supported");
                    isLoop[blocks] = instruction.opcode() == OpCode.LOOP;
                    loops += isLoop[blocks] ? 1 : 0;
                    check(loops, NESTED_LOOPS, function, instruction, "has %s loops within each other; at most %s are supported");
                }
                case END -> {
                    if (blocks > 0) {
                        loops -= isLoop[blocks--] ? 1 : 0;
                    }
                }
                case BR_TABLE -> check(instruction.operandCount(), BRANCH_TARGETS, function, instruction,
                        "branches to %s places; at most %s are supported");
                default -> {}
            }
        }
    }

    private static void check(int actual, int most, String function, AnnotatedInstruction instruction, String message)
            throws UnsupportedModuleException {
        if (actual > most) {
            check(actual, most, "%s at offset 0x%x ".formatted(function, instruction.address()) + message);
        }
    }

    private static void check(int actual, int most, String message) throws UnsupportedModuleException {
        if (actual > most) {
            throw new UnsupportedModuleException(message.formatted(actual, most));
        }
    }
}
