// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.thingspire.ui.topology.figures.GhostFigure;
import org.thingspire.ui.topology.figures.Theme;

/** A selected module has a strong outline; handles would only cover its ports. */
final class ModuleSelectPolicy extends NonResizableEditPolicy {

    private final Theme theme;
    private final Consumer<Boolean> highlight;

    ModuleSelectPolicy(Theme theme, Consumer<Boolean> highlight) {
        this.theme = theme;
        this.highlight = highlight;
    }

    @Override
    protected List<?> createSelectionHandles() {
        return new ArrayList<>();
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
