// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.XMLLoad;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMILoadImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.text.SourceMap;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Parses one text into a topology: EMF's XMI loader with {@link TopologyHandler} in it, then the references. */
final class TopologyParser {

    private static final Map<?, ?> OPTIONS = Map.of(
            // A topology needs no DTD, and without one it can not name other files or expand without end.
            XMLResource.OPTION_PARSER_FEATURES, Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));

    private final Path file;
    private final SourceMap source;
    private final NamedReferences references;
    private final ReadingFaults faults;
    private final Version1Bounds version1Bounds = new Version1Bounds();

    TopologyParser(Path file, String text) {
        this.file = file;
        this.source = new SourceMap(text);
        this.references = new NamedReferences(file, source);
        this.faults = new ReadingFaults(file, source);
    }

    TopologyFile parse() {
        List<Problem> problems = new ArrayList<>();
        Topology topology = load();
        if (topology != null && !FormatVersion.isUnknown(topology)) {
            problems.addAll(references.resolve(topology));
            version1Bounds.addTo(topology);
            problems.addAll(Names.duplicates(new TopologyFile(file, topology, source)));
        }
        problems.addAll(faults.problems());
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        UserException.throwIfErrors(problems);
        return new TopologyFile(file, topology, source);
    }

    /** Null if there is none; then a fault says why. */
    private Topology load() {
        XMIResourceImpl resource = new XMIResourceImpl() {
            @Override
            protected XMLLoad createXMLLoad() {
                return new TopologyLoad(createXMLHelper());
            }
        };
        try {
            resource.load(new InputSource(new StringReader(source.text())), OPTIONS);
        } catch (IOException e) {
            // The handler has noted what is wrong and where; EMF repeats the first of it as this exception.
            if (faults.isEmpty()) {
                faults.unexpected(IoReason.of(e));
            }
        }
        if (resource.getContents().size() == 1 && resource.getContents().get(0) instanceof Topology topology) {
            // Free of the resource: a topology is written by TopologyWriter alone.
            resource.getContents().clear();
            return topology;
        }
        if (faults.isEmpty()) {
            faults.notATopology(new Position(1, 1));
        }
        return null;
    }

    private final class TopologyLoad extends XMILoadImpl {

        TopologyLoad(XMLHelper helper) {
            super(helper);
        }

        @Override
        protected DefaultHandler makeDefaultHandler() {
            return new TopologyHandler(resource, helper, options, source, references, faults, version1Bounds);
        }
    }
}
