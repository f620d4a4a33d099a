// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.memory;

import java.util.OptionalLong;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.type.Constants;

import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.OpCode;

/**
 * How many bytes of linear memory a module gets. Boards have less RAM than one page, so a placement may state a budget in
 * bytes; the module still believes in whole pages, and an access between the budget and their end traps.
 *
 * <p>Memory that can grow is reserved up front, because nothing moves on a chip: up to the budget, or else up to the maximum
 * that the module declares. Without either, a chip gives the initial pages only, and Linux, which backs pages when they are
 * touched, {@value #UNDECLARED_PAGES} pages (64 MiB). More than {@value #LARGEST_PAGES} pages (1 GiB) are never reserved.
 *
 * @param pages         pages before any {@code memory.grow}
 * @param initialBytes  bytes that can be accessed before any {@code memory.grow}
 * @param reservedBytes bytes that can ever be accessed
 * @param growable      whether {@code memory.grow} can succeed; if not, {@code initialBytes} is the limit for good
 */
public record MemoryLayout(int pages, long initialBytes, long reservedBytes, boolean growable) {

    static final long PAGE = 65_536;

    private static final long PROCESSOR_PAGE = 4096;

    private static final long UNDECLARED_PAGES = 1024;
    private static final long LARGEST_PAGES = 16_384;

    /** The layout of a module without memory. */
    static final MemoryLayout NONE = new MemoryLayout(0, 0, 0, false);

    /** Of a memory that another module owns: nothing is known before it is loaded. */
    static final MemoryLayout IMPORTED = new MemoryLayout(0, 0, 0, true);

    public static MemoryLayout of(DecodedModule module, CompileOptions options, boolean reserveUndeclared) throws UnsupportedModuleException {
        if (module.memory().isEmpty()) {
            return module.importCount(ExternalType.MEMORY) > 0 ? IMPORTED : NONE;
        }
        MemoryLimits limits = module.memory().get();
        OptionalLong budget = options.memoryBudget();
        long initial = limits.initialPages() * PAGE;
        long accessible = budget.isPresent() ? Math.min(budget.getAsLong(), initial) : initial;
        if (accessible > LARGEST_PAGES * PAGE) {
            throw new UnsupportedModuleException("the module starts with " + limits.initialPages() + " pages of memory; at most "
                    + LARGEST_PAGES + " are supported");
        }
        if (budget.isPresent()) {
            checkBudget(module, options.name(), budget.getAsLong(), initial);
        }
        boolean mayGrow = module.uses(OpCode.MEMORY_GROW)
                || options.sharesState() && module.ownExports(ExternalType.MEMORY).findAny().isPresent();
        long largest = mayGrow ? largestPages(limits, budget, reserveUndeclared) : limits.initialPages();
        boolean growable = largest > limits.initialPages();
        return new MemoryLayout(limits.initialPages(), accessible, growable ? largest * PAGE : accessible, growable);
    }

    /**
     * Whether what can't be accessed faults, so that most accesses need no check: if there are addresses for that, and the memory ends
     * where a page of the processor does.
     */
    public boolean isGuardedOn(CodeTarget target) {
        return target.guardsMemory() && reservedBytes > 0 && initialBytes % PROCESSOR_PAGE == 0;
    }

    private static long largestPages(MemoryLimits limits, OptionalLong budget, boolean reserveUndeclared) {
        boolean declared = limits.maximumPages() < MemoryLimits.MAX_PAGES;
        long wanted = declared ? limits.maximumPages() : Math.max(limits.initialPages(), UNDECLARED_PAGES);
        if (budget.isPresent()) {
            return Math.min(declared ? wanted : MemoryLimits.MAX_PAGES, budget.getAsLong() / PAGE);
        }
        return declared || reserveUndeclared ? Math.min(wanted, LARGEST_PAGES) : limits.initialPages();
    }

    /** What lies above a budget that is too small would trap at once, so it is an error while there is somebody to read it. */
    private static void checkBudget(DecodedModule module, String name, long budget, long initial) throws UnsupportedModuleException {
        for (int i = 0; i < module.wasm().dataSection().dataSegmentCount(); i++) {
            DataSegment segment = module.wasm().dataSection().getDataSegment(i);
            if (segment instanceof ActiveDataSegment active && Constants.isKnown(active.offsetInstructions())) {
                long end = Constants.unsigned(active.offsetInstructions()) + segment.data().length;
                if (end > budget && end <= initial) {
                    throw new UnsupportedModuleException(tooSmall("data of module " + name + " ends", end, budget));
                }
            }
        }
        OptionalLong heapBase = exportedConstant(module, "__heap_base");
        if (heapBase.isPresent() && heapBase.getAsLong() > budget) {
            throw new UnsupportedModuleException(tooSmall("stack and data of module " + name + " end", heapBase.getAsLong(), budget));
        }
    }

    private static String tooSmall(String what, long end, long budget) {
        return "%s at byte %s of its memory, which is %s bytes above its budget of %s bytes".formatted(what, end, end - budget, budget);
    }

    private static OptionalLong exportedConstant(DecodedModule module, String name) {
        return module.ownExports(ExternalType.GLOBAL).filter(export -> export.name().equals(name))
                .map(export -> module.wasm().globalSection().getGlobal(export.index() - module.importCount(ExternalType.GLOBAL)))
                .filter(global -> Constants.isKnown(global.initInstructions()))
                .mapToLong(global -> Constants.unsigned(global.initInstructions())).findFirst();
    }
}
