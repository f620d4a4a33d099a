// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.thingspire.topology.PlaceModule;
import org.thingspire.topology.TopologyFinder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "place", description = "Move a module to another node.")
final class PlaceCommand extends ProjectCommand {

    @Parameters(index = "1", paramLabel = "<module>", description = "The module to move.")
    private String module;

    @Parameters(index = "2", paramLabel = "<node>", description = "Where to.")
    private String node;

    PlaceCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        PlaceModule.Move move = PlaceModule.place(TopologyFinder.find(projectPath), module, node);
        String from = move.from().orElse(null);
        if (node.equals(from)) {
            say("%s is on %s already.", module, node);
        } else {
            say("%s: %s -> %s", module, from == null ? "(nowhere)" : from, node);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("module", module);
        fields.put("from", from);
        fields.put("to", node);
        emit(fields);
        return ExitCode.DONE;
    }
}
