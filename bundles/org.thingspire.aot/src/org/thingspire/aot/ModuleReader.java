// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.aot.api.ModuleLinks;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.module.InterfaceReader;
import org.thingspire.aot.module.LinksReader;
import org.thingspire.aot.module.ModuleDecoder;

/** Reads what a module shows to others, without LLVM. */
public final class ModuleReader {

    private ModuleReader() {
    }

    /**
     * Reads what those need who wire modules through gates; the code is neither validated nor compiled.
     *
     * @throws InvalidModuleException     if the sections it needs are malformed
     * @throws UnsupportedModuleException if a function takes or returns references, or something else than a function is imported;
     *                                    {@link #links} tells of these
     */
    public static ModuleInterface interfaceOf(byte[] wasm) throws InvalidModuleException, UnsupportedModuleException {
        return new InterfaceReader(wasm).read();
    }

    /**
     * Reads what those need who link modules that share state.
     *
     * @throws InvalidModuleException     if the bytes are not a valid module
     * @throws UnsupportedModuleException if something has a type that the compiler doesn't know
     */
    public static ModuleLinks links(byte[] wasm) throws InvalidModuleException, UnsupportedModuleException {
        return new LinksReader(ModuleDecoder.decode(wasm)).read();
    }
}
