// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.palette.PaletteEntry;
import org.eclipse.gef.ui.palette.PaletteViewer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.figures.ModuleFigure;
import org.thingspire.ui.topology.figures.NodeFigure;
import org.thingspire.ui.topology.figures.PortFigure;

/** A topology editor: elements are called by their names. */
public final class TopologyDiagram {

    private final Workbench workbench;
    private final IEditorPart editor;

    TopologyDiagram(Workbench workbench, IEditorPart editor) {
        this.workbench = workbench;
        this.editor = editor;
    }

    public IEditorPart editor() {
        return editor;
    }

    public void drag(String module, String node) {
        workbench.hands().drag(middleOf(module), below(node));
    }

    /** Presses on a module and moves to a node, without letting go. */
    public void dragWithoutDrop(String module, String node) {
        Point from = middleOf(module);
        workbench.hands().press(from);
        workbench.hands().slide(from, below(node));
    }

    public void undo() {
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    }

    public void redo() {
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
    }

    /** Saves with the keyboard and waits until the editor is clean. */
    public void save() {
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        workbench.screen().waitUntil("the editor is saved", () -> !editor.isDirty());
    }

    public void select(String name) {
        workbench.hands().click(middleOf(name));
        workbench.screen().waitUntil(name + " is selected",
                () -> viewer().getSelectedEditParts().stream().anyMatch(part -> ((EditPart) part).getModel() == element(name)));
    }

    /** Clicks a palette entry, then a place in the diagram. */
    public void create(String paletteEntry, Point place) {
        choose(paletteEntry);
        workbench.hands().click(place);
    }

    /** Draws a connection with a tool of the palette: a click where it begins, one where it ends. */
    public void connect(String paletteEntry, Point from, Point to) {
        choose(paletteEntry);
        workbench.hands().click(from);
        workbench.hands().click(to);
    }

    /** Takes a tool from the palette. */
    public void choose(String paletteEntry) {
        workbench.hands().click(paletteEntry(paletteEntry));
        workbench.screen().waitUntil("the tool is " + paletteEntry, () -> paletteEntry.equals(palette().getActiveTool().getLabel()));
    }

    private PaletteViewer palette() {
        return viewer().getEditDomain().getPaletteViewer();
    }

    /** Where the arrow is that folds the palette, or unfolds it. */
    public org.eclipse.swt.graphics.Rectangle foldingArrow() {
        return workbench.screen().ask(() -> {
            Composite root = viewer().getControl().getParent();
            Control arrow = controls(root).filter(each -> "ButtonCanvas".equals(each.getClass().getSimpleName()) && each.isVisible())
                    .findFirst().orElseThrow();
            Point corner = arrow.toDisplay(0, 0);
            return new org.eclipse.swt.graphics.Rectangle(corner.x, corner.y, arrow.getSize().x, arrow.getSize().y);
        });
    }

    private static Stream<Control> controls(Control root) {
        Stream<Control> children = root instanceof Composite composite ? Stream.of(composite.getChildren()) : Stream.empty();
        return Stream.concat(Stream.of(root), children.flatMap(TopologyDiagram::controls));
    }

    /** Clicks the arrow that folds the palette, or unfolds it. */
    public void fold(boolean folded) {
        org.eclipse.swt.graphics.Rectangle arrow = foldingArrow();
        workbench.hands().click(new Point(arrow.x + arrow.width / 2, arrow.y + arrow.height / 2));
        workbench.screen().waitUntil("the palette is folded: " + folded, () -> palette().getControl().isVisible() != folded);
    }

    /** Makes the diagram smaller, with the keyboard. */
    public void zoomOut(double zoom) {
        workbench.hands().click(at(4, 4));
        ZoomManager manager = ((ScalableFreeformRootEditPart) viewer().getRootEditPart()).getZoomManager();
        while (workbench.screen().ask(manager::getZoom) > zoom) {
            double before = workbench.screen().ask(manager::getZoom);
            workbench.hands().press(KeyEvent.VK_MINUS);
            workbench.screen().waitUntil("the diagram is smaller", () -> manager.getZoom() < before);
        }
    }

    private Point paletteEntry(String label) {
        return workbench.screen().ask(() -> {
            PaletteViewer palette = palette();
            palette.flush();
            for (Object entry : palette.getEditPartRegistry().keySet()) {
                if (entry instanceof PaletteEntry named && label.equals(named.getLabel())) {
                    IFigure figure = ((GraphicalEditPart) palette.getEditPartRegistry().get(entry)).getFigure();
                    Rectangle bounds = figure.getBounds().getCopy();
                    figure.translateToAbsolute(bounds);
                    return palette.getControl().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
                }
            }
            throw new AssertionError("no palette entry " + label);
        });
    }

    /** A place in the diagram, from its upper left corner. */
    public Point at(int x, int y) {
        return workbench.screen().ask(() -> onScreen(x, y));
    }

    /** Waits until the diagram shows an element. */
    public void waitFor(String name) {
        workbench.screen().waitUntil("there is " + name, () -> element(name) != null && part(name) != null);
    }

    public void waitUntilGone(String name) {
        workbench.screen().waitUntil(name + " is gone", () -> element(name) == null);
    }

    /** The port of a module for an interface, by the last part of its name. */
    public Point port(String module, String interfaceName) {
        return workbench.screen().ask(() -> {
            viewer().flush();
            PortFigure port = ((ModuleFigure) part(module).getFigure()).ports().stream()
                    .filter(each -> each.port().interfaceName().endsWith("/" + interfaceName)).findFirst().orElseThrow();
            Rectangle bounds = port.getBounds().getCopy();
            port.translateToAbsolute(bounds);
            return onScreen(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }

    /** Waits until the figure of a node says something, or does not. */
    public void waitUntilSays(String node, Predicate<String> text) {
        workbench.screen().waitUntil(() -> node + " does not say so but " + texts(part(node).getFigure()).toList(), Screen.PATIENCE,
                () -> text.test(texts(part(node).getFigure()).collect(Collectors.joining("\n"))));
    }

    private static Stream<String> texts(IFigure figure) {
        if (figure instanceof Label label) {
            return Stream.of(label.getText());
        }
        List<?> children = figure.getChildren();
        return children.stream().flatMap(child -> texts((IFigure) child));
    }

    public void waitUntilOn(String module, String node) {
        workbench.screen().waitUntil(module + " is on " + node, () -> nodeOf(module).equals(node));
    }

    /** The node where the diagram shows a module. */
    private String nodeOf(String module) {
        GraphicalEditPart part = part(module);
        return part != null && part.getParent() != null && part.getParent().getModel() instanceof NamedElement node ? node.getName() : "";
    }

    public Deployment deployment() {
        return new Deployment(topology());
    }

    /** To be used in the UI thread. */
    public Topology topology() {
        return (Topology) viewer().getContents().getModel();
    }

    /** To be used in the UI thread. */
    public GraphicalViewer viewer() {
        return (GraphicalViewer) editor.getAdapter(EditPartViewer.class);
    }

    public Point middleOf(String name) {
        return workbench.screen().ask(() -> {
            Rectangle bounds = bounds(name);
            return onScreen(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }

    /** The free place below the modules of a node. */
    public Point below(String node) {
        return workbench.screen().ask(() -> {
            Rectangle bounds = bounds(node);
            return onScreen(bounds.x + bounds.width / 2, bounds.y + bounds.height - 12);
        });
    }

    /** The head of a node, where its name is. */
    public Point headOf(String node) {
        return workbench.screen().ask(() -> {
            IFigure title = ((NodeFigure) part(node).getFigure()).title();
            Rectangle bounds = title.getBounds().getCopy();
            title.translateToAbsolute(bounds);
            return onScreen(bounds.x + 20, bounds.y + bounds.height / 2);
        });
    }

    private Rectangle bounds(String name) {
        viewer().flush();
        IFigure figure = part(name).getFigure();
        Rectangle bounds = figure.getBounds().getCopy();
        figure.translateToAbsolute(bounds);
        return bounds;
    }

    private Point onScreen(int x, int y) {
        return viewer().getControl().toDisplay(x, y);
    }

    /** To be used in the UI thread. */
    public GraphicalEditPart part(String name) {
        return (GraphicalEditPart) viewer().getEditPartRegistry().get(element(name));
    }

    /** Null if there is none. */
    private NamedElement element(String name) {
        NamedElement[] found = new NamedElement[1];
        if (viewer().getContents() == null) {
            return null; // the file can not be shown
        }
        topology().eAllContents().forEachRemaining(each -> {
            if (each instanceof NamedElement named && name.equals(named.getName())) {
                found[0] = named;
            }
        });
        return found[0];
    }
}
