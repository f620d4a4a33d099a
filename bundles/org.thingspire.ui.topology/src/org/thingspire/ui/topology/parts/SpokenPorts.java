// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.gef.AccessibleEditPart;
import org.thingspire.ui.topology.model.Port;

/** The ports of a module for people who do not see them. They are no edit parts: GEF has to be told of each. */
final class SpokenPorts {

    private final ModulePart module;
    private final Map<Port, AccessibleEditPart> known = new LinkedHashMap<>();

    SpokenPorts(ModulePart module) {
        this.module = module;
    }

    /** @param ports that the module has now; none when it goes */
    void update(Collection<Port> ports) {
        known.entrySet().removeIf(old -> {
            boolean isGone = !ports.contains(old.getKey());
            if (isGone) {
                module.getViewer().unregisterAccessibleEditPart(old.getValue());
            }
            return isGone;
        });
        for (Port port : ports) {
            known.computeIfAbsent(port, this::register);
        }
    }

    private AccessibleEditPart register(Port port) {
        AccessibleEditPart spoken = new SpokenElement(module, () -> module.moduleFigure().port(port).orElseThrow(), port::text, () -> "", List::of);
        module.getViewer().registerAccessibleEditPart(spoken);
        return spoken;
    }

    List<AccessibleEditPart> all() {
        return List.copyOf(known.values());
    }
}
