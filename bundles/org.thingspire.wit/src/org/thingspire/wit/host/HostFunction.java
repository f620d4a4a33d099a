// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.host;

import org.thingspire.wasm.CoreSignature;

/**
 * A function that the runtime offers to modules.
 *
 * @param module the import's module name, such as {@code thingspire:host/log}
 * @param name the import's own name, such as {@code write}
 * @param signature its type in a module that imports it
 * @param cFunction the runtime's function; its first parameter is the calling instance, a {@code ts_caller}
 */
public record HostFunction(String module, String name, CoreSignature signature, String cFunction) {
}
