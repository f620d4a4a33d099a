// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;

/** One compilation; the worker answers with a {@link Reply}. */
public record Request(byte[] wasm, CodeTarget target, CompileOptions options) {
}
