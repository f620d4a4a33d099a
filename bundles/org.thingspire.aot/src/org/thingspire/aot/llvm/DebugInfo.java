// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.dwarf.SourcePosition;

/**
 * Writes the object's own DWARF: files, functions, lines. Variables and types would be added here too.
 *
 * <p>Call {@link #finish} when all is said, and close it before its module.
 */
public final class DebugInfo implements AutoCloseable {

    private static final String PRODUCER = "ThingSpire AoT";
    private static final int DWARF_VERSION = 4;
    private static final int FULL = 1;

    private final LlvmContext context;
    private final LLVMDIBuilderRef builder;
    private final LLVMMetadataRef functionType;
    private final Map<String, LLVMMetadataRef> files = new HashMap<>();
    private final boolean optimized;

    /** @param main the file that the unit is named after */
    public DebugInfo(IrModule module, SourcePosition main, boolean optimized) {
        this.context = module.context();
        this.optimized = optimized;
        this.builder = LLVMCreateDIBuilder(module.ref());
        LLVMDIBuilderCreateCompileUnit(builder, LLVMDWARFSourceLanguageC11, file(main), PRODUCER, PRODUCER.length(), optimized ? 1 : 0,
                "", 0, 0, "", 0, FULL, 0, 0, 0, "", 0, "", 0);
        try (PointerPointer<LLVMMetadataRef> none = new PointerPointer<>(1)) {
            this.functionType = LLVMDIBuilderCreateSubroutineType(builder, file(main), none, 0, LLVMDIFlagZero);
        }
        module.addFlag(LLVMModuleFlagBehaviorWarning, "Debug Info Version", LLVMDebugMetadataVersion());
        module.addFlag(LLVMModuleFlagBehaviorWarning, "Dwarf Version", DWARF_VERSION);
    }

    @Override
    public void close() {
        LLVMDisposeDIBuilder(builder);
    }

    public void finish() {
        LLVMDIBuilderFinalize(builder);
    }

    /**
     * Describes a function that has a body.
     *
     * @param name   what users see
     * @param symbol its ELF symbol
     * @param start  where it begins; its line may be 0
     */
    public LLVMMetadataRef describe(LLVMValueRef function, String name, String symbol, SourcePosition start) {
        LLVMMetadataRef file = file(start);
        LLVMMetadataRef described = LLVMDIBuilderCreateFunction(builder, file, name, length(name), symbol, length(symbol), file,
                start.line(), functionType, 1, 1, start.line(), LLVMDIFlagPrototyped, optimized ? 1 : 0);
        LLVMSetSubprogram(function, described);
        return described;
    }

    /** The part of a function that comes from another file than the function itself, such as an inlined header. */
    public LLVMMetadataRef inFile(LLVMMetadataRef function, SourcePosition position) {
        return LLVMDIBuilderCreateLexicalBlockFile(builder, function, file(position), 0);
    }

    /** @param scope a described function, or what {@link #inFile} made of it */
    public LLVMMetadataRef location(LLVMMetadataRef scope, int line, int column) {
        return LLVMDIBuilderCreateDebugLocation(context.ref(), line, column, scope, null);
    }

    private LLVMMetadataRef file(SourcePosition position) {
        return files.computeIfAbsent(position.directory() + '\0' + position.file(), key -> LLVMDIBuilderCreateFile(builder,
                position.file(), length(position.file()), position.directory(), length(position.directory())));
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
