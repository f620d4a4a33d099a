// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.thingspire.aot.api.Optimization;

import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;

/**
 * What is so large that LLVM's optimizer, some of whose passes take the square or the cube of it, is not to see all of it. No limit is
 * near what programs have: the largest function of SQLite has 35 KB of code and 65 loops, that of Ruby 100 KB and 67.
 */
public final class OptimizationLimits {

    private static final int FUNCTION_BYTES = 1 << 17;
    /** What guards a loop is looked for in front of it, in each loop that stands before it as well. */
    private static final int LOOPS = 200;
    /** Where ways join, each local may become a value with an operand for each way. */
    private static final long LOCALS_TIMES_WAYS = 1 << 20;
    /** For each load, GVN looks at all accesses of the module's memory that the address could have been computed for. */
    private static final int MODULE_BYTES = 1 << 21;
    /** A module may give its functions any names, but a note is one line. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final DecodedModule module;
    private final int imported;
    private final List<Optional<String>> reasons = new ArrayList<>();

    public OptimizationLimits(DecodedModule module) {
        this.module = module;
        this.imported = module.importCount(ExternalType.FUNCTION);
        List<SectionMap.Body> bodies = module.sections().bodies();
        List<FunctionType> types = module.functionTypes();
        for (int i = 0; i < bodies.size(); i++) {
            reasons.add(reason(module.body(imported + i), bodies.get(i).end() - bodies.get(i).content(),
                    types.get(imported + i).params().size()));
        }
    }

    private static Optional<String> reason(FunctionBody body, int bytes, int parameters) {
        long loops = 0;
        long ways = 0;
        for (AnnotatedInstruction instruction : body.instructions()) {
            switch (instruction.opcode()) {
                case LOOP -> {
                    loops++;
                    ways++;
                }
                case BLOCK, IF, BR, BR_IF, RETURN -> ways++;
                case BR_TABLE -> ways += instruction.operandCount();
                default -> {}
            }
        }
        long locals = parameters + body.localTypes().size();
        if (bytes > FUNCTION_BYTES) {
            return Optional.of("%s bytes of code, more than %s".formatted(bytes, FUNCTION_BYTES));
        } else if (loops > LOOPS) {
            return Optional.of("%s loops, more than %s".formatted(loops, LOOPS));
        }
        return locals * ways > LOCALS_TIMES_WAYS
                ? Optional.of("%s locals times %s branches and blocks, more than %s".formatted(locals, ways, LOCALS_TIMES_WAYS))
                : Optional.empty();
    }

    /** The level for a function that the module defines itself. */
    public Optimization level(int function, Optimization wanted) {
        return reasons.get(function - imported).isPresent() ? Optimization.O0 : wanted;
    }

    /** Whether loads may be compared with all earlier accesses. */
    public boolean allowSearchOfMemory() {
        return codeBytes() <= MODULE_BYTES;
    }

    private int codeBytes() {
        return module.sections().bodies().stream().mapToInt(body -> body.end() - body.content()).sum();
    }

    /** What users should know about their code at that level, each a sentence without its full stop. */
    public List<String> notes(Optimization level) {
        List<String> notes = new ArrayList<>();
        if (level == Optimization.O0) {
            return notes;
        }
        for (int i = 0; i < reasons.size(); i++) {
            String name = CONTROL.matcher(module.names().ofFunction(imported + i)).replaceAll("?");
            reasons.get(i).ifPresent(reason -> notes.add(
                    "function %s is not optimized, as that would take far too long: it has %s; split it to have fast code"
                            .formatted(name, reason)));
        }
        if (!allowSearchOfMemory()) {
            notes.add(("the module has %s bytes of code, more than %s: what a load gives is looked for in the code near it only, "
                    + "as all else would take far too long; split the module to have faster code").formatted(codeBytes(), MODULE_BYTES));
        }
        return notes;
    }
}
