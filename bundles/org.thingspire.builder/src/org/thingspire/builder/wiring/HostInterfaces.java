// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.thingspire.aot.api.Signature;
import org.thingspire.board.json.FieldException;
import org.thingspire.board.json.JsonFile;
import org.thingspire.board.json.JsonSection;
import org.thingspire.problem.UserException;

/**
 * The functions that the runtime itself offers to modules: log, clock, sensor, output, and the small part of WASI. The
 * list stands in the runtime beside the C code, in {@code host/interfaces.json}.
 */
public record HostInterfaces(List<Function> functions) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TYPES = Pattern.compile("[ilfd]*");
    private static final String TYPES_RULE = "each letter is \"i\", \"l\", \"f\" or \"d\"";

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

    /** @throws UserException if the list is damaged */
    public static HostInterfaces read(Path runtime) {
        return JsonFile.read(runtime.resolve("host/interfaces.json"), "list of host functions", HostInterfaces::list);
    }

    private static HostInterfaces list(JsonSection root) {
        root.textOrEmpty("comment");
        List<Function> functions = root.sections("functions", HostInterfaces::function);
        Set<List<String>> names = new HashSet<>();
        for (Function function : functions) {
            if (!names.add(List.of(function.module(), function.name()))) {
                throw new FieldException("\"functions\" has two with the module \"%s\" and the name \"%s\"".formatted(function.module(), function.name()));
            }
        }
        return new HostInterfaces(functions);
    }

    private static Function function(JsonSection section) {
        return new Function(section.text("module"), section.text("name"), section.text("parameters", TYPES, TYPES_RULE),
                section.text("results", TYPES, TYPES_RULE), section.text("function", IDENTIFIER, "it is an identifier of C"));
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
