// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.commands.RenameCommand;

/** Edits a name where it stands in the diagram. What can't be a name is red, and the status line says why. */
final class NameEditor extends DirectEditManager {

    private static final int MIN_WIDTH = 130;

    private final DiagramContext context;
    private final String name;
    private final Function<String, Optional<String>> whyNot;

    NameEditor(GraphicalEditPart part, DiagramContext context, NamedElement element, IFigure label) {
        this(part, context, element.getName(), name -> RenameCommand.whyNot(context.topology(), element, name), () -> absolute(label));
    }

    private NameEditor(GraphicalEditPart part, DiagramContext context, String name, Function<String, Optional<String>> whyNot, Place place) {
        super(part, TextCellEditor.class, editor -> locate((Text) editor.getControl(), place.bounds()));
        this.context = context;
        this.name = name;
        this.whyNot = whyNot;
    }

    /** Where the editor goes, in pixels of the viewer's control. */
    private interface Place {
        Rectangle bounds();
    }

    /** Edits the interface of a wire, in the middle of the wire. */
    static NameEditor forInterface(GraphicalEditPart part, DiagramContext context, Wire wire) {
        return new NameEditor(part, context, wire.getInterface(),
                text -> text.isBlank() ? Optional.of("Give the interface as the module names it, such as app:demo/sensor.") : Optional.empty(),
                () -> middle((PolylineConnection) part.getFigure()));
    }

    @Override
    protected void initCellEditor() {
        TextCellEditor editor = (TextCellEditor) getCellEditor();
        editor.setValue(name);
        Text text = (Text) editor.getControl();
        text.setFont(context.theme().font());
        text.selectAll();
        text.addModifyListener(event -> check(text));
    }

    private void check(Text text) {
        Optional<String> wrong = text.getText().equals(name) ? Optional.empty() : whyNot.apply(text.getText());
        text.setForeground(wrong.isPresent() ? text.getDisplay().getSystemColor(SWT.COLOR_RED) : null);
        text.setToolTipText(wrong.orElse(null));
        context.status().accept(wrong.orElse(""));
    }

    @Override
    protected void bringDown() {
        context.status().accept("");
        super.bringDown();
    }

    private static void locate(Text text, Rectangle bounds) {
        org.eclipse.swt.graphics.Point size = text.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        text.setBounds(bounds.x - 4, bounds.y + (bounds.height - size.y) / 2, Math.max(size.x + 12, MIN_WIDTH), size.y);
    }

    private static Rectangle absolute(IFigure label) {
        Rectangle bounds = label.getBounds().getCopy();
        label.translateToAbsolute(bounds);
        return bounds;
    }

    private static Rectangle middle(PolylineConnection wire) {
        Point middle = wire.getPoints().getMidpoint().getCopy();
        wire.translateToAbsolute(middle);
        return new Rectangle(middle.x - MIN_WIDTH / 2, middle.y, 0, 0);
    }
}
