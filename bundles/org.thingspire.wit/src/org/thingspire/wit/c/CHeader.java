// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.thingspire.problem.Problem;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.model.Interface;

/**
 * The header of one interface.
 *
 * @param fileName such as {@code house_climate_probe.h}
 * @param text the same for the same interface
 */
public record CHeader(String fileName, String text) {

    /**
     * The headers of all interfaces, in their order.
     *
     * @param problems takes what can't be told apart in C: interfaces with one header, and things in interfaces with one name
     */
    public static List<CHeader> of(InterfaceCatalog interfaces, List<Problem> problems) {
        CNames names = CNames.of(interfaces);
        problems.addAll(names.clashes(interfaces));
        Map<String, Interface> owners = new HashMap<>();
        List<CHeader> headers = new ArrayList<>();
        for (Interface each : interfaces.interfaces()) {
            String fileName = CNames.header(each.id());
            Interface other = owners.putIfAbsent(fileName, each);
            if (other == null) {
                headers.add(new CHeader(fileName, new HeaderWriter(each, names, HeaderKind.MODULES).write()));
            } else {
                problems.add(Problem.error(each.file(), each.position(), "", "in C, interface %s has the same header as %s: %s"
                        .formatted(each.id(), other.id(), fileName), "Give one of them another name."));
            }
        }
        return headers;
    }
}
