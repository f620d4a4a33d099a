// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import java.util.function.BooleanSupplier;

import org.eclipse.draw2d.PositionConstants;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite.FlyoutPreferences;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.events.PaintListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Paints the arrow that folds and unfolds the palette in a color of the theme: GEF has one for light windows only. */
public final class FoldingArrow implements PaintListener {

    /** GEF's arrow has 6 x 11 pixels and an outline; this one covers it. */
    private static final int HALF_WIDTH = 4;
    private static final int HALF_HEIGHT = 7;
    /** GEF does not show the class of its button. */
    private static final String BUTTON = "ButtonCanvas";

    private final Color color;
    private final FlyoutPreferences preferences;
    private final BooleanSupplier open;

    /** @param open whether the palette can be seen, so that the arrow folds it */
    public FoldingArrow(Color color, FlyoutPreferences preferences, BooleanSupplier open) {
        this.color = color;
        this.preferences = preferences;
        this.open = open;
    }

    /** Paints over each arrow that GEF has put into a diagram's editor: one beside the palette, one in its place. */
    public void paintOver(Composite editor) {
        for (Control child : editor.getChildren()) {
            if (BUTTON.equals(child.getClass().getSimpleName())) {
                child.addPaintListener(this);
            } else if (child instanceof Composite composite) {
                paintOver(composite);
            }
        }
    }

    @Override
    public void paintControl(PaintEvent event) {
        Rectangle button = ((Composite) event.widget).getClientArea();
        int x = button.x + button.width / 2;
        int y = button.y + button.height / 2;
        int toTip = pointsRight() ? HALF_WIDTH : -HALF_WIDTH;
        event.gc.setBackground(color);
        event.gc.fillPolygon(new int[] {x - toTip, y - HALF_HEIGHT, x + toTip, y, x - toTip, y + HALF_HEIGHT});
    }

    /** The arrow points to where the palette goes. */
    private boolean pointsRight() {
        boolean isOnTheRight = preferences.getDockLocation() == PositionConstants.EAST;
        return isOnTheRight == open.getAsBoolean();
    }
}
