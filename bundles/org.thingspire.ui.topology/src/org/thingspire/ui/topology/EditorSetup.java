// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.util.List;

import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.KeyStroke;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.gef.MouseWheelZoomHandler;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.gef.ui.actions.DirectEditAction;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.gef.ui.actions.ZoomInAction;
import org.eclipse.gef.ui.actions.ZoomOutAction;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.actions.ActionFactory;

/** What the diagram answers to: keys, mouse wheel, menu. */
final class EditorSetup {

    private static final double[] ZOOM_LEVELS = {0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3};

    private static final char CTRL_Y = 'Y' - '@';

    private EditorSetup() {
    }

    @SuppressWarnings("unchecked") // GEF 3.2 has no type parameters
    static void addActions(IWorkbenchPart editor, ActionRegistry registry, @SuppressWarnings("rawtypes") List selectionActions) {
        IAction rename = new DirectEditAction(editor);
        rename.setText("Rename");
        registry.registerAction(rename);
        selectionActions.add(rename.getId());
        registry.registerAction(new ShowProperties(editor));
    }

    static void configure(GraphicalViewer viewer, ActionRegistry registry) {
        ScalableFreeformRootEditPart root = new ScalableFreeformRootEditPart();
        viewer.setRootEditPart(root);
        ZoomManager zoom = root.getZoomManager();
        zoom.setZoomLevels(ZOOM_LEVELS);
        registry.registerAction(new ZoomInAction(zoom));
        registry.registerAction(new ZoomOutAction(zoom));
        viewer.setProperty(MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), MouseWheelZoomHandler.SINGLETON);
        viewer.setKeyHandler(new GraphicalViewerKeyHandler(viewer).setParent(keys(registry)));
        viewer.setContextMenu(new DiagramMenu(viewer, registry));
    }

    private static KeyHandler keys(ActionRegistry registry) {
        KeyHandler keys = new KeyHandler();
        IAction rename = registry.getAction(GEFActionConstants.DIRECT_EDIT);
        keys.put(KeyStroke.getPressed(SWT.F2, 0), rename);
        keys.put(KeyStroke.getPressed(SWT.DEL, SWT.DEL, 0), registry.getAction(ActionFactory.DELETE.getId()));
        // The platform has Ctrl+Shift+Z here and Ctrl+Y elsewhere; hands know both.
        keys.put(KeyStroke.getPressed(CTRL_Y, 'y', SWT.MOD1), registry.getAction(ActionFactory.REDO.getId()));
        IAction in = registry.getAction(GEFActionConstants.ZOOM_IN);
        IAction out = registry.getAction(GEFActionConstants.ZOOM_OUT);
        keys.put(KeyStroke.getPressed('+', '+', 0), in);
        keys.put(KeyStroke.getPressed('+', '+', SWT.SHIFT), in);
        keys.put(KeyStroke.getPressed('+', '=', SWT.SHIFT), in);
        keys.put(KeyStroke.getPressed('+', SWT.KEYPAD_ADD, 0), in);
        keys.put(KeyStroke.getPressed('-', '-', 0), out);
        keys.put(KeyStroke.getPressed('-', SWT.KEYPAD_SUBTRACT, 0), out);
        return keys;
    }
}
