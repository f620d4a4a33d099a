// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.xmi.ClassNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.eclipse.emf.ecore.xmi.PackageNotFoundException;
import org.eclipse.emf.ecore.xmi.XMIException;
import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.SAXXMIHandler;
import org.thingspire.problem.Position;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyPackage;
import org.thingspire.topology.text.SourceMap;

/**
 * EMF's XMI handler, changed in four ways: it notes where each element stands, it leaves references to {@link NamedReferences}, it reads
 * what older versions of the format have, and it passes on what it does not understand to {@link ReadingFaults}.
 */
final class TopologyHandler extends SAXXMIHandler {

    private final SourceMap source;
    private final NamedReferences references;
    private final ReadingFaults faults;
    private final Version1Bounds version1Bounds;
    private int version;

    TopologyHandler(XMLResource resource, XMLHelper helper, Map<?, ?> options, SourceMap source, NamedReferences references,
            ReadingFaults faults, Version1Bounds version1Bounds) {
        super(resource, helper, options);
        this.source = source;
        this.references = references;
        this.faults = faults;
        this.version1Bounds = version1Bounds;
        notFeatures.removeAll(List.of(TYPE_ATTRIB, NIL_ATTRIB, XMI_TYPE_ATTRIB));
    }

    /** An element's name says what it is; one that claims to be something else gets an unknown attribute reported. */
    @Override
    protected String getXSIType() {
        return null;
    }

    @Override
    protected boolean isNull() {
        return false;
    }

    @Override
    protected void handleObjectAttribs(EObject element) {
        source.tagEndsAt(element, getLineNumber(), getColumnNumber());
        super.handleObjectAttribs(element);
        if (element instanceof Topology topology) {
            version = topology.getVersion();
            if (FormatVersion.isUnknown(topology)) {
                faults.unknownVersion(topology);
            }
        }
    }

    @Override
    protected void setValueFromId(EObject element, EReference reference, String name) {
        references.add(element, reference, name);
    }

    /** Only our own package: EMF would go on looking for others in files and on the network. */
    @Override
    protected EPackage getPackageForURI(String uri) {
        return TopologyPackage.eNS_URI.equals(uri) ? TopologyPackage.eINSTANCE : null;
    }

    /** References are attributes here, never elements. */
    @Override
    protected void createObject(EObject parent, EStructuralFeature feature) {
        if (!((EReference) feature).isContainment()) {
            reportUnknownFeature("", feature.getName(), true, parent, null);
        } else if (!feature.isMany() && parent.eIsSet(feature)) {
            types.push(ERROR_TYPE); // as below
            faults.repeatedElement(source.tagEndingAt(getLineNumber(), getColumnNumber()), parent, feature.getName());
        } else {
            super.createObject(parent, feature);
        }
    }

    @Override
    protected void handleProxy(InternalEObject proxy, String uri) {
        faults.otherFile(proxy, uri);
    }

    @Override
    protected void reportUnknownFeature(String prefix, String name, boolean isElement, EObject parent, String value) {
        if (isElement) {
            types.push(ERROR_TYPE); // as the super class does, so that the end tag finds its match
            faults.unknownElement(source.tagEndingAt(getLineNumber(), getColumnNumber()), parent, name);
        } else if (version == 1 && parent instanceof Node node && Version1Bounds.attribute(name).isPresent()) {
            readVersion1(node, Version1Bounds.attribute(name).get(), value);
        } else {
            faults.unknownAttribute(parent, prefix == null ? name : prefix + ":" + name);
        }
    }

    private void readVersion1(Node node, EAttribute attribute, String value) {
        try {
            version1Bounds.set(node, attribute, value);
        } catch (NumberFormatException e) {
            faults.illegalValue(node, attribute, value);
        }
    }

    /** What is wrong with the content. */
    @Override
    public void error(XMIException e) {
        switch (e) {
            case IllegalValueException illegal -> faults.illegalValue(illegal.getObject(), illegal.getFeature(), illegal.getValue());
            case PackageNotFoundException unknown -> faults.notATopology(position(e));
            case ClassNotFoundException unknown -> faults.notATopology(position(e));
            default -> faults.unexpected(position(e), e.getMessage());
        }
    }

    /** What is wrong with the XML. */
    @Override
    public void fatalError(XMIException e) {
        faults.notWellFormed(position(e), e.getCause().getMessage());
    }

    private static Position position(XMIException e) {
        return new Position(e.getLine(), e.getColumn());
    }
}
