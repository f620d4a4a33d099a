// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.requests.DropRequest;
import org.eclipse.gef.requests.SelectionRequest;
import org.thingspire.topology.Labels;
import org.thingspire.topology.fit.Size;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.figures.ModuleFigure;
import org.thingspire.ui.topology.figures.PortAnchor;
import org.thingspire.ui.topology.model.Port;
import org.thingspire.ui.topology.policies.DeletePolicy;
import org.thingspire.ui.topology.policies.ModuleWirePolicy;
import org.thingspire.ui.topology.policies.RenamePolicy;

/** A module where it is placed; wires join its ports to those of others. */
public final class ModulePart extends AbstractGraphicalEditPart implements NodeEditPart {

    private final DiagramContext context;
    private final SpokenPorts ports = new SpokenPorts(this);
    /** Its wires with it, of which it is the calling end. */
    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> Labels.of(module()),
            () -> String.join(", ", details()),
            () -> Stream.concat(ports.all().stream(), SpokenElement.of(getSourceConnections()).stream()).toList());

    ModulePart(DiagramContext context) {
        this.context = context;
    }

    public Module module() {
        return (Module) getModel();
    }

    public ModuleFigure moduleFigure() {
        return (ModuleFigure) getFigure();
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    @Override
    protected void unregister() {
        ports.update(List.of());
        super.unregister();
    }

    @Override
    protected IFigure createFigure() {
        return new ModuleFigure(context.theme());
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new DeletePolicy(context));
        installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new ModuleWirePolicy(context));
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(context));
    }

    @Override
    protected void refreshVisuals() {
        moduleFigure().show(module().getName(), String.join(" \u00B7 ", details()));
        List<Port> known = Port.of(context.topology(), module());
        moduleFigure().showPorts(known);
        ports.update(known);
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        String source = Optional.ofNullable(module().getSource()).orElse("");
        int dot = source.lastIndexOf('.');
        if (dot >= 0) {
            details.add(source.endsWith(".wasm") ? "wasm" : source.substring(dot + 1).toUpperCase(Locale.ROOT));
        }
        context.deployment().placementOf(module()).filter(Placement::isSetMemory).map(Placement::getMemory).map(Size::text)
                .ifPresent(details::add);
        context.topology().getTasks().stream().filter(task -> task.getModule() == module()).map(ModulePart::rhythm).forEach(details::add);
        return details;
    }

    private static String rhythm(Task task) {
        int period = task.getPeriodMs();
        if (period == 0) {
            return "at start";
        }
        return period % 1000 == 0 ? "every " + period / 1000 + " s" : "every " + period + " ms";
    }

    /** Dragging a port draws a wire, dragging the card moves the module. */
    @Override
    public DragTracker getDragTracker(Request request) {
        if (request instanceof SelectionRequest selection && selection.getLastButtonPressed() == 1
                && moduleFigure().portAt(selection.getLocation()).isPresent()) {
            return new PortDragTracker(this);
        }
        return new ModuleDragTracker(this);
    }

    @Override
    public void performRequest(Request request) {
        if (RequestConstants.REQ_DIRECT_EDIT.equals(request.getType())) {
            new NameEditor(this, context, module(), moduleFigure().name()).show();
        } else if (RequestConstants.REQ_OPEN.equals(request.getType())) {
            context.openSource().accept(module());
        } else {
            super.performRequest(request);
        }
    }

    @Override
    protected List<?> getModelSourceConnections() {
        return context.deployment().wiresFrom(module());
    }

    @Override
    protected List<?> getModelTargetConnections() {
        return context.deployment().wiresTo(module());
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return anchor(Optional.of(Port.fromOf((Wire) connection.getModel())));
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        return anchor(Optional.of(Port.toOf((Wire) connection.getModel())));
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return anchor(portUnder(request));
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return anchor(portUnder(request));
    }

    private Optional<Port> portUnder(Request request) {
        return request instanceof DropRequest drop && drop.getLocation() != null ? moduleFigure().portAt(drop.getLocation()) : Optional.empty();
    }

    /** The anchor at a port; without one, that of the module as a whole. */
    public ConnectionAnchor anchor(Optional<Port> port) {
        return port.flatMap(moduleFigure()::port).<ConnectionAnchor>map(PortAnchor::new).orElseGet(() -> new ChopboxAnchor(getFigure()));
    }
}
