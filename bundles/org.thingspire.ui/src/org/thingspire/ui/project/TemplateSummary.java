// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.project;

import java.util.List;

import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.model.Topology;

/** Says what is in a template, read from its topology so that it is always true. */
final class TemplateSummary {

    private TemplateSummary() {
    }

    static String of(ProjectTemplate template) {
        try {
            return of(TopologyReader.read(TopologyFinder.find(template.folder())).topology());
        } catch (UserException e) {
            return "This template is damaged: " + e.getMessage();
        }
    }

    static String of(Topology topology) {
        List<String> nodes = topology.getNodes().stream().map(node -> "%s (%s)".formatted(node.getName(), node.getBoard())).toList();
        List<String> modules = topology.getModules().stream().map(module -> module.getName()).toList();
        return list("module", modules) + " " + list("node", nodes);
    }

    private static String list(String what, List<String> names) {
        return names.isEmpty() ? "No %ss yet.".formatted(what) : "%s: %s.".formatted(count(names.size(), what), String.join(", ", names));
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }
}
