// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import java.util.List;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.dwarf.LineTable;
import org.thingspire.aot.module.CustomSections;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.module.ModuleDecoder;
import org.thingspire.aot.module.ModuleLimits;
import org.thingspire.aot.module.OptimizationLimits;
import org.thingspire.aot.translate.ModuleTranslator;

/**
 * Compiles a WebAssembly module ahead of time into an object file for one placement.
 *
 * <p>What the object contains is described at {@link org.thingspire.aot.api.SymbolNames}, {@link org.thingspire.wasm.CoreSignature} and {@link CompiledObject}. The compiler
 * keeps no state: any number of threads may compile at once, and the same input gives the same bytes.
 */
public final class AotCompiler {

    private AotCompiler() {
    }

    /**
     * Checks the whole module, as {@link #compile} does first; doesn't load LLVM.
     *
     * @throws InvalidModuleException     if the bytes are not a valid module
     * @throws UnsupportedModuleException if the module is larger or deeper than the compiler can take
     */
    public static void validate(byte[] wasm) throws InvalidModuleException, UnsupportedModuleException {
        decode(wasm);
    }

    /**
     * What of a module is not optimized as much as wanted, because that would take far too long.
     *
     * @return sentences without their full stop, most often none
     * @throws InvalidModuleException     if the bytes are not a valid module
     * @throws UnsupportedModuleException if the module is larger or deeper than the compiler can take
     */
    public static List<String> notes(byte[] wasm, Optimization level) throws InvalidModuleException, UnsupportedModuleException {
        return new OptimizationLimits(decode(wasm)).notes(level);
    }

    private static DecodedModule decode(byte[] wasm) throws InvalidModuleException, UnsupportedModuleException {
        ModuleLimits.checkSizes(wasm);
        DecodedModule module = ModuleDecoder.decode(wasm);
        ModuleLimits.checkContents(module);
        return module;
    }

    /**
     * @throws InvalidModuleException     if the bytes are not a valid module
     * @throws UnsupportedModuleException if the module needs more than the compiler or the memory budget gives
     * @throws org.thingspire.aot.api.CompilerFailure            if LLVM doesn't know the target, or fails
     */
    public static CompiledObject compile(byte[] wasm, CodeTarget target, CompileOptions options) throws CompileException {
        DecodedModule module = decode(wasm);
        LineTable lines = LineTable.read(name -> CustomSections.find(wasm, module.sections(), name));
        return new ModuleTranslator(module, lines, target, options).translate();
    }
}
