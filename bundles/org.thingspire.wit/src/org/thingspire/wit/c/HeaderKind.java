// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.abi.Flattening;
import org.thingspire.wit.abi.HostCall;
import org.thingspire.wit.abi.NumbersOnly;
import org.thingspire.wit.model.Function;

/** Says whom a header is for: what C code there calls or defines, and how it passes what stands in a module's memory. */
enum HeaderKind {

    /** Modules that call each other. Nothing that stands in memory passes: no module sees another's. */
    MODULES(List.of("<stdbool.h>", "<stdint.h>")),

    /** Modules that call the runtime. Pointers are their own. Not with stdbool.h: they may have a bool of their own. */
    SDK(List.of("<stddef.h>", "<stdint.h>")),

    /** The runtime, which defines what modules call. Pointers are offsets into the memory of the module that calls. */
    RUNTIME(List.of("<stdbool.h>", "<stdint.h>", "\"thingspire/caller.h\""));

    /** A parameter that stands in front of those of the interface. */
    record First(String type, String name) {
    }

    private final List<String> includes;

    HeaderKind(List<String> includes) {
        this.includes = includes;
    }

    List<String> includes() {
        return includes;
    }

    Optional<First> firstParameter() {
        return this == RUNTIME ? Optional.of(new First("ts_caller", "caller")) : Optional.empty();
    }

    /** Why the function can't be called, as the end of the sentence "it ..."; empty if it can. */
    Optional<String> obstacle(Function function) {
        return this == MODULES ? new NumbersOnly(new Flattening()).obstacle(function) : new HostCall(new Flattening()).obstacle(function);
    }

    /** A type as {@link ScalarType} has it, in this header. */
    String scalar(String type) {
        return this == SDK && type.equals("bool") ? "_Bool" : type;
    }

    /** The type of where bytes are, as it stands in front of the parameter's name. */
    String pointerTo(String element) {
        return this == RUNTIME ? "uint32_t " : "const " + element + " *";
    }

    /** The type of how many bytes there are, as it stands in front of the parameter's name. */
    String length() {
        return this == RUNTIME ? "uint32_t " : "size_t ";
    }
}
