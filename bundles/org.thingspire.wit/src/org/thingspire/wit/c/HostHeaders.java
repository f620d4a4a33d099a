// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.thingspire.wit.model.Interface;

/** Makes C headers of the interfaces that the runtime offers: those of the SDK, for modules, and those that the runtime is compiled with. */
public final class HostHeaders {

    private HostHeaders() {
    }

    /** What modules include: {@code thingspire_host.h}, and what that includes. WASI's functions are the C library's business. */
    public static List<CHeader> forModules(List<Interface> interfaces) {
        List<Interface> own = interfaces.stream().filter(each -> each.packageId().equals(HostNames.OWN_PACKAGE)).toList();
        return headers(own, HostNames.forModules(own), HeaderKind.SDK, CNames.header(HostNames.OWN_PACKAGE));
    }

    /** What the runtime and the wiring include: {@code host.h}, and what that includes. */
    public static List<CHeader> forRuntime(List<Interface> interfaces) {
        return headers(interfaces, HostNames.forRuntime(interfaces), HeaderKind.RUNTIME, "host.h");
    }

    /** @param whole the name of the header that includes all others */
    private static List<CHeader> headers(List<Interface> interfaces, CNames names, HeaderKind kind, String whole) {
        List<CHeader> headers = new ArrayList<>();
        interfaces.forEach(each -> headers.add(new CHeader(CNames.header(each.id()), new HeaderWriter(each, names, kind).write())));
        String includes = headers.stream().map(header -> "#include \"%s\"\n".formatted(header.fileName())).collect(Collectors.joining());
        headers.add(new CHeader(whole, """
                /* All that the runtime offers to modules, made by ThingSpire from its WIT files. */
                #pragma once

                """ + includes));
        return headers;
    }
}
