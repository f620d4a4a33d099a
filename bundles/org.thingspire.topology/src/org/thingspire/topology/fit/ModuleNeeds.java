// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.Set;

/**
 * What the WebAssembly of a module says of its needs, whatever the node.
 *
 * @param memory bytes of linear memory that it declares: whole pages, which it gets if its placement has no budget
 * @param imports the interfaces that it imports, those of the runtime among them, such as {@code thingspire:host/sensor}
 */
public record ModuleNeeds(long memory, Set<String> imports) {

    private static final String SENSORS = "thingspire:host/sensor";
    private static final String OUTPUTS = "thingspire:host/output";

    public ModuleNeeds {
        imports = Set.copyOf(imports);
    }

    boolean readsSensors() {
        return imports.contains(SENSORS);
    }

    boolean switchesOutputs() {
        return imports.contains(OUTPUTS);
    }
}
