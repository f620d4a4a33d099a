// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;
import java.util.Optional;

import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.thingspire.topology.board.Board;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Placement;
import org.thingspire.topology.model.Sensor;
import org.thingspire.ui.topology.figures.ArrangedLayout.Slot;
import org.thingspire.ui.topology.figures.ModuleArea;
import org.thingspire.ui.topology.figures.NodeFigure;
import org.thingspire.ui.topology.model.Bytes;
import org.thingspire.ui.topology.model.Fit;
import org.thingspire.ui.topology.model.Usage;
import org.thingspire.ui.topology.policies.DeletePolicy;
import org.thingspire.ui.topology.policies.NodeLinkPolicy;
import org.thingspire.ui.topology.policies.NodeLayoutPolicy;
import org.thingspire.ui.topology.policies.RenamePolicy;

/** A machine with the modules on it; links join it to others. */
public final class NodePart extends ModuleContainer implements NodeEditPart {

    NodePart(DiagramContext context) {
        super(context);
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
        showMemory(board.flatMap(Board::ram).map(Board.Memory::size));
        nodeFigure().showSensors(node.getSensors().stream().map(Sensor::getName).toList());
        ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(), new Slot(node.getKind().getValue(),
                new Point(node.getX(), node.getY()), new Dimension(node.getWidth(), node.getHeight())));
    }

    private void showMemory(Optional<Long> ram) {
        long used = Usage.of(context().deployment(), node()).bytes();
        if (ram.isPresent()) {
            nodeFigure().showMemory(Bytes.text(used) + " of " + Bytes.text(ram.get()) + " RAM", (double) used / ram.get());
        } else {
            nodeFigure().showMemory(used == 0 ? "no memory limit" : Bytes.text(used) + ", no limit", -1);
        }
    }

    /** While modules are dragged. */
    public void showFit(List<Module> dragged) {
        Fit fit = Fit.of(context().topology(), context().boards(), dragged, node());
        nodeFigure().showFit(fit.isGood(), fit.text());
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
