// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.thingspire.wit.model.Interface;

/** Gives the functions of the runtime's interfaces their names: in C, and those under which modules import them. */
public final class HostNames {

    /** The package of ThingSpire's own interfaces. Modules in C have the SDK's headers for them. */
    public static final String OWN_PACKAGE = "thingspire:host";

    /** WASI preview 1 is older than WIT, so modules import {@code fd-write} of this interface as {@code fd_write} of {@code wasi_snapshot_preview1}. */
    private static final String PREVIEW_1 = "wasi:snapshot/preview1";

    private HostNames() {
    }

    /** The module name in imports of the interface. */
    public static String importedModule(Interface of) {
        return of.id().equals(PREVIEW_1) ? CPrefix.identifier(of.id()) : of.id();
    }

    /** The name in imports of a function of the interface. */
    public static String importedName(Interface of, String function) {
        return of.id().equals(PREVIEW_1) ? CPrefix.identifier(function) : function;
    }

    /** The C function of the runtime that modules call, such as {@code ts_host_clock_now}. */
    public static String cFunction(Interface of, String function) {
        return inRuntime(of).imported(function);
    }

    /** The names in the runtime's C code. */
    static CNames forRuntime(List<Interface> interfaces) {
        return names(interfaces, HostNames::inRuntime);
    }

    /** The names in modules' C code, such as {@code ts_clock_now}. */
    static CNames forModules(List<Interface> interfaces) {
        return names(interfaces, of -> new CPrefix("ts_" + CPrefix.shortOf(of.id()).text()));
    }

    private static CPrefix inRuntime(Interface of) {
        String withoutNamespace = of.id().substring(of.id().indexOf(':') + 1);
        return new CPrefix(of.id().equals(PREVIEW_1) ? "ts_wasi_" : "ts_" + CPrefix.identifier(withoutNamespace) + "_");
    }

    private static CNames names(List<Interface> interfaces, Function<Interface, CPrefix> prefix) {
        Map<String, CPrefix> prefixes = new LinkedHashMap<>();
        interfaces.forEach(each -> prefixes.put(each.id(), prefix.apply(each)));
        return new CNames(prefixes);
    }
}
