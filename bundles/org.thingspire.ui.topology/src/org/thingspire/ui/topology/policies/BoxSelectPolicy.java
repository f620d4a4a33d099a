// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.gef.editpolicies.ResizableEditPolicy;
import org.thingspire.ui.topology.figures.GhostFigure;
import org.thingspire.ui.topology.figures.Theme;

/** A selected node or module has a strong outline. A node has handles to resize it; those of a module would only cover its ports. */
final class BoxSelectPolicy extends ResizableEditPolicy {

    private final Theme theme;
    private final Consumer<Boolean> highlight;

    private BoxSelectPolicy(Theme theme, Consumer<Boolean> highlight, int directions) {
        this.theme = theme;
        this.highlight = highlight;
        setResizeDirections(directions);
    }

    static BoxSelectPolicy ofNode(Theme theme, Consumer<Boolean> highlight) {
        return new BoxSelectPolicy(theme, highlight, PositionConstants.NSEW);
    }

    static BoxSelectPolicy ofModule(Theme theme, Consumer<Boolean> highlight) {
        return new BoxSelectPolicy(theme, highlight, PositionConstants.NONE);
    }

    @Override
    protected List<?> createSelectionHandles() {
        return getResizeDirections() == PositionConstants.NONE ? List.of() : super.createSelectionHandles();
    }

    @Override
    protected void showSelection() {
        super.showSelection();
        highlight.accept(true);
    }

    @Override
    protected void hideSelection() {
        super.hideSelection();
        highlight.accept(false);
    }

    @Override
    protected IFigure createDragSourceFeedbackFigure() {
        IFigure ghost = new GhostFigure(theme);
        ghost.setBounds(getInitialFeedbackBounds());
        addFeedback(ghost);
        return ghost;
    }
}
