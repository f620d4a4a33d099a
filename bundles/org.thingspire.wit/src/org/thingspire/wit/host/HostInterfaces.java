// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.wit.WitFolder;
import org.thingspire.wit.abi.Direction;
import org.thingspire.wit.abi.Flattening;
import org.thingspire.wit.abi.HostCall;
import org.thingspire.wit.c.CHeader;
import org.thingspire.wit.c.HostHeaders;
import org.thingspire.wit.c.HostNames;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;

/**
 * What the runtime itself offers to modules: log, clock, sensor, output, and a part of WASI. It stands in the runtime beside the C code,
 * in the WIT files of its folder {@code host}; whatever else says something about these functions is made of them.
 *
 * @param functions of all interfaces
 * @param runtimeHeaders what the runtime and the wiring are compiled with
 * @param sdkHeaders what modules in C are compiled with
 */
public record HostInterfaces(List<HostFunction> functions, List<CHeader> runtimeHeaders, List<CHeader> sdkHeaders) {

    public HostInterfaces {
        functions = List.copyOf(functions);
        runtimeHeaders = List.copyOf(runtimeHeaders);
        sdkHeaders = List.copyOf(sdkHeaders);
    }

    /**
     * Reads those of a runtime.
     *
     * @throws UserException at the line of a WIT file that is wrong, or that has something which can't be passed to the runtime yet
     */
    public static HostInterfaces read(Path runtime) {
        WitFolder.Content content = WitFolder.readFolder(runtime.resolve("host"));
        List<Problem> problems = new ArrayList<>(content.problems());
        List<HostFunction> functions = new ArrayList<>();
        HostCall call = new HostCall(new Flattening());
        List<Interface> interfaces = content.interfaces().interfaces();
        for (Interface each : interfaces) {
            for (Function function : each.functions()) {
                call.obstacle(function).ifPresent(obstacle -> problems.add(Problem.error(each.file(), function.position(), "",
                        "the runtime can't offer %s of interface %s yet: it %s".formatted(function.name(), each.id(), obstacle),
                        "Let it take numbers, strings and lists of u8, and return at most one number.")));
                functions.add(function(each, function));
            }
        }
        UserException.throwIfErrors(problems);
        return new HostInterfaces(functions, HostHeaders.forRuntime(interfaces), HostHeaders.forModules(interfaces));
    }

    private static HostFunction function(Interface of, Function function) {
        return new HostFunction(HostNames.importedModule(of), HostNames.importedName(of, function.name()),
                new Flattening().signature(function, Direction.IMPORT), HostNames.cFunction(of, function.name()));
    }

    /** Whether modules can import something under that module name. */
    public boolean offers(String module) {
        return functions.stream().anyMatch(function -> function.module().equals(module));
    }

    public Optional<HostFunction> find(String module, String name) {
        return functions.stream().filter(function -> function.module().equals(module) && function.name().equals(name)).findFirst();
    }

    /** The functions that modules can import under that module name. */
    public List<String> names(String module) {
        return functions.stream().filter(function -> function.module().equals(module)).map(HostFunction::name).toList();
    }
}
