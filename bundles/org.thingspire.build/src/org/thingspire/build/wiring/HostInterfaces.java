// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.wiring;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.gson.Gson;

import org.thingspire.aot.Signature;
import org.thingspire.topology.IoReason;

/**
 * The functions that the runtime itself offers to modules: log, clock, sensor, output, and the small part of WASI. The
 * list stands in the runtime beside the C code, in {@code host/interfaces.json}.
 */
public record HostInterfaces(List<Function> functions) {

    /**
     * @param module the import's module name, such as {@code thingspire:host/log}
     * @param name the import's own name
     * @param function the C function; its first argument is the calling instance
     */
    public record Function(String module, String name, String parameters, String results, String function) {
        Signature signature() {
            return new Signature(parameters, results);
        }
    }

    public static HostInterfaces read(Path runtime) {
        try (Reader json = Files.newBufferedReader(runtime.resolve("host/interfaces.json"))) {
            return new Gson().fromJson(json, HostInterfaces.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The runtime's list of host functions is not readable: " + IoReason.of(e), e);
        }
    }

    boolean offers(String module) {
        return functions.stream().anyMatch(function -> function.module().equals(module));
    }

    Optional<Function> find(String module, String name) {
        return functions.stream().filter(function -> function.module().equals(module) && function.name().equals(name)).findFirst();
    }

    List<String> names(String module) {
        return functions.stream().filter(function -> function.module().equals(module)).map(Function::name).toList();
    }
}
