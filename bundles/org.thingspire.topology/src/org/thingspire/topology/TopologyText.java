// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.text.Patch;

/**
 * The text of a topology as the user wrote it, for all who change a topology: the editor, the command line, refactorings. Changes
 * of the model are written into the text; comments, layout and order stay.
 */
public final class TopologyText {

    private final Path path;
    private final Topology topology;
    private final String text;
    /** What the writer makes of the topology as it is in the text. */
    private final String canonical;
    private final Patch patch;

    /** @param file as it was read; its topology is going to change */
    public TopologyText(TopologyFile file) {
        path = file.path();
        topology = file.topology();
        text = file.source().text();
        canonical = TopologyWriter.toText(topology);
        patch = Patch.of(file.source(), TopologyWriter.toText(topology, topology.getVersion()), elements(topology), TopologyText::isElement);
    }

    /** The text as it was read. */
    public String text() {
        return text;
    }

    /**
     * The text with everything that has changed in the topology since; if anything has, in the newest version of the format. What
     * can't be written into it is written in canonical form, as {@link TopologyWriter} does.
     */
    public String changed() {
        String wanted = TopologyWriter.toText(topology);
        if (wanted.equals(canonical)) {
            return text;
        }
        String patched = patch.apply(wanted, elements(topology), TopologyText::isElement);
        return says(patched, wanted) ? patched : wanted;
    }

    /** Rather a file without comments than one that says something else, or can't be read. */
    private boolean says(String patched, String wanted) {
        try {
            return TopologyWriter.toText(TopologyReader.parse(path, patched).topology()).equals(wanted);
        } catch (UserException e) {
            return false;
        }
    }

    /** The same topology in the text that {@link #changed} made, from which it is going to change further. */
    public TopologyText with(String changed) {
        TopologyFile again = TopologyReader.parse(path, changed);
        topology.setVersion(again.topology().getVersion());
        return new TopologyText(new TopologyFile(path, topology, again.source().of(elements(again.topology()), elements(topology))));
    }

    /** In the order in which the writer writes them. */
    private static List<EObject> elements(Topology topology) {
        List<EObject> elements = new ArrayList<>(List.of(topology));
        topology.eAllContents().forEachRemaining(elements::add);
        elements.removeIf(element -> !TopologyWriter.isWritten(element));
        return elements;
    }

    /** Extra sources are values that are written as elements. */
    private static boolean isElement(String tag) {
        return !tag.equals(Literals.MODULE__EXTRA_SOURCES.getName());
    }
}
