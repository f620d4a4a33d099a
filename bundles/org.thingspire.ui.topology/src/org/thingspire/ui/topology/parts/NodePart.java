// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.thingspire.board.Board;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.Labels;
import org.thingspire.topology.fit.Fit;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Sensor;
import org.thingspire.ui.topology.figures.ArrangedLayout.Slot;
import org.thingspire.ui.topology.figures.ModuleArea;
import org.thingspire.ui.topology.figures.NodeFigure;
import org.thingspire.ui.topology.model.NodeMemory;
import org.thingspire.ui.topology.policies.DeletePolicy;
import org.thingspire.ui.topology.policies.NodeLayoutPolicy;
import org.thingspire.ui.topology.policies.NodeLinkPolicy;
import org.thingspire.ui.topology.policies.RenamePolicy;

/** A machine with the modules on it; links join it to others. */
public final class NodePart extends ModuleContainer implements NodeEditPart {

    /** Its links with it, of which it is the first end. */
    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> Labels.of(node()), this::description,
            () -> SpokenElement.of(Stream.concat(getChildren().stream(), getSourceConnections().stream()).toList()));

    NodePart(DiagramContext context) {
        super(context);
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    private String description() {
        Stream<String> sensors = node().getSensors().stream().map(Labels::of);
        return Stream.concat(Stream.of(node().getKind().getLiteral(), "board " + node().getBoard(),
                NodeMemory.of(context().fits(), node()).text()), sensors).collect(Collectors.joining(", "));
    }

    public Node node() {
        return (Node) getModel();
    }

    public NodeFigure nodeFigure() {
        return (NodeFigure) getFigure();
    }

    @Override
    protected IFigure createFigure() {
        return new NodeFigure(context().theme());
    }

    @Override
    public IFigure getContentPane() {
        return area();
    }

    @Override
    ModuleArea area() {
        return nodeFigure().modules();
    }

    @Override
    List<Module> modules() {
        return context().deployment().placementsOn(node()).stream().map(Placement::getModule).toList();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new DeletePolicy(context()));
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new NodeLayoutPolicy(context()));
        installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new NodeLinkPolicy(context()));
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(context()));
    }

    @Override
    protected void refreshVisuals() {
        Node node = node();
        Optional<Board> board = context().boards().find(node.getBoard());
        String core = board.map(Board::core).filter(name -> !name.isEmpty()).map(name -> " \u00B7 " + name).orElse("");
        nodeFigure().show(node.getKind(), node.getName(), node.getBoard() + core);
        nodeFigure().showMemory(NodeMemory.of(context().fits(), node));
        nodeFigure().showSensors(node.getSensors().stream().map(Sensor::getName).toList());
        ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(), new Slot(node.getKind().getValue(),
                bounds().getLocation(), bounds().getSize()));
    }

    /** As the topology has them; zeros where it leaves the place or the size to the diagram. */
    public Rectangle bounds() {
        return new DiagramLayout(context().topology()).boundsOf(node())
                .map(bounds -> new Rectangle(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight())).orElseGet(Rectangle::new);
    }

    /** While modules are dragged. */
    public void showFit(List<Module> dragged) {
        Fit fit = context().fits().of(node(), dragged);
        nodeFigure().showFit(fit.isGood(), NodeMemory.ofDrop(context().fits(), node(), fit));
    }

    @Override
    public void performRequest(Request request) {
        if (RequestConstants.REQ_DIRECT_EDIT.equals(request.getType()) || RequestConstants.REQ_OPEN.equals(request.getType())) {
            new NameEditor(this, context(), node(), nodeFigure().title()).show();
        } else {
            super.performRequest(request);
        }
    }

    @Override
    protected List<?> getModelSourceConnections() {
        return context().topology().getLinks().stream().filter(link -> link.getA() == node()).toList();
    }

    @Override
    protected List<?> getModelTargetConnections() {
        return context().topology().getLinks().stream().filter(link -> link.getB() == node()).toList();
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return new ChopboxAnchor(getFigure());
    }
}
