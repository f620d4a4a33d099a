// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.TextFile;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Layout;
import org.thingspire.topology.model.Topology;

/**
 * Writes topologies in one canonical form, so that an edit shows up as the lines it is about: elements in the order of
 * the model, one start tag per line, attributes in a fixed order, UTF-8, line feeds. Comments are not kept.
 */
public final class TopologyWriter {

    private static final Map<String, Object> OPTIONS = Map.of(
            XMLResource.OPTION_ENCODING, "UTF-8",
            XMLResource.OPTION_LINE_DELIMITER, "\n");

    private TopologyWriter() {
    }

    /** The whole topology as text. */
    public static String toText(Topology topology) {
        return toText(topology, FormatVersion.NEWEST);
    }

    /** The text as it would be if it said that it is of this version. */
    static String toText(Topology topology, int version) {
        XMIResource resource = new XMIResourceImpl();
        // A copy, because an element can be in one resource only and the original may be in somebody's.
        Topology copy = EcoreUtil.copy(topology);
        copy.setVersion(version);
        if (!isWritten(topology.getLayout())) {
            copy.setLayout(null);
        }
        resource.getContents().add(copy);
        StringWriter text = new StringWriter();
        try {
            resource.save(text, OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory failed", e);
        }
        return text.toString();
    }

    /** A layout that says nothing is none. */
    static boolean isWritten(EObject element) {
        return element != null && !(element instanceof Layout layout && layout.getBounds().isEmpty());
    }

    /**
     * Writes a text that is a topology, its own or one that {@link TopologyText} made; the file is replaced in one step or left as it
     * was.
     *
     * @throws UserException if the file can not be written
     */
    public static void writeText(String text, Path file) {
        try {
            TextFile.replace(file, text);
        } catch (IOException e) {
            throw new UserException(Problem.error(file, "file can not be written (" + IoReason.of(e) + "); it is unchanged",
                    "Check that the folder exists, that you may write there and that the disk is not full."));
        }
    }
}
