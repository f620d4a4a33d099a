// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.HashMap;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.dwarf.LineTable;
import org.thingspire.aot.dwarf.SourcePosition;
import org.thingspire.aot.llvm.DebugInfo;
import org.thingspire.aot.llvm.IrModule;

/**
 * Carries the module's source lines over to the object. A function without lines, from WAT for instance, is attributed to
 * the module's file at line 0, so that a debugger and a trap report can at least name it.
 */
public final class SourceLocations implements AutoCloseable {

    private final LineTable lines;
    private final int codeStart;
    private final SourcePosition fallback;
    /** {@code null} if nobody asked for debug information. */
    private final DebugInfo debug;

    public SourceLocations(IrModule ir, LineTable lines, int codeStart, CompileOptions options) {
        this.lines = lines;
        this.codeStart = codeStart;
        this.fallback = fallback(options);
        SourcePosition main = lines.firstIn(0, Integer.MAX_VALUE).orElse(fallback);
        this.debug = options.debugInfo() ? new DebugInfo(ir, main, options.optimization() != Optimization.O0) : null;
    }

    private static SourcePosition fallback(CompileOptions options) {
        String file = options.sourceName().isEmpty() ? options.name() + ".wasm" : options.sourceName();
        int slash = file.lastIndexOf('/');
        return new SourcePosition(slash < 0 ? "" : file.substring(0, slash), file.substring(slash + 1), 0, 0);
    }

    @Override
    public void close() {
        if (debug != null) {
            debug.close();
        }
    }

    public void finish() {
        if (debug != null) {
            debug.finish();
        }
    }

    /**
     * Opens a function.
     *
     * @param from file offset of its body
     * @param to   file offset after it
     */
    public Scope function(LLVMValueRef function, String name, String symbol, int from, int to) {
        SourcePosition start = lines.firstIn((long) from - codeStart, (long) to - codeStart).orElse(fallback);
        return new Scope(start, debug == null ? null : debug.describe(function, name, symbol, start));
    }

    /** A function that the compiler made up. */
    public Scope generatedFunction(LLVMValueRef function, String name, String symbol) {
        return new Scope(fallback, debug == null ? null : debug.describe(function, name, symbol, fallback));
    }

    /** The locations within one function. */
    public final class Scope {

        private final SourcePosition start;
        private final LLVMMetadataRef function;
        private final Map<SourcePosition, LLVMMetadataRef> locations = new HashMap<>();
        private final Map<String, LLVMMetadataRef> otherFiles = new HashMap<>();

        private Scope(SourcePosition start, LLVMMetadataRef function) {
            this.start = start;
            this.function = function;
        }

        /** Of the function's first line. {@code null} if nobody asked for debug information, as below. */
        public LLVMMetadataRef start() {
            return of(start);
        }

        /** Of the instruction at that offset in the file. */
        public LLVMMetadataRef at(int offset) {
            return of(lines.at((long) offset - codeStart)
                    .orElse(new SourcePosition(start.directory(), start.file(), 0, 0)));
        }

        private LLVMMetadataRef of(SourcePosition position) {
            if (function == null) {
                return null;
            }
            return locations.computeIfAbsent(position, key -> debug.location(scope(key), key.line(), key.column()));
        }

        private LLVMMetadataRef scope(SourcePosition position) {
            if (position.file().equals(start.file()) && position.directory().equals(start.directory())) {
                return function;
            }
            return otherFiles.computeIfAbsent(position.directory() + '\0' + position.file(), key -> debug.inFile(function, position));
        }
    }
}
