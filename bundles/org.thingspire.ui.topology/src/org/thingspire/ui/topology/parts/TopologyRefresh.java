// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.commands.CommandStackEvent;
import org.eclipse.gef.commands.CommandStackEventListener;
import org.eclipse.jface.viewers.StructuredSelection;

/**
 * Listens to the topology and brings the diagram up to date once per command, however many elements the command changed.
 * Keeps selected what was selected, also if it is elsewhere now.
 */
public final class TopologyRefresh extends EContentAdapter implements CommandStackEventListener {

    private final EditPartViewer viewer;
    private boolean changed;

    public TopologyRefresh(EditPartViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        changed |= !notification.isTouch();
    }

    @Override
    public void stackChanged(CommandStackEvent event) {
        if (changed && event.isPostChangeEvent()) {
            changed = false;
            refresh();
        }
    }

    /** For what is not of the topology, such as what a build has found out. */
    public void refreshUnlessDisposed() {
        if (viewer.getControl() != null && !viewer.getControl().isDisposed()) {
            refresh();
        }
    }

    private void refresh() {
        List<Object> selected = new ArrayList<>();
        for (Object part : viewer.getSelectedEditParts()) {
            selected.add(((EditPart) part).getModel());
        }
        if (viewer.getContents() instanceof DiagramPart diagram) {
            diagram.refreshAll();
        }
        List<?> parts = selected.stream().map(viewer.getEditPartRegistry()::get).filter(Objects::nonNull).toList();
        if (!parts.equals(viewer.getSelectedEditParts())) {
            viewer.setSelection(new StructuredSelection(parts));
        }
    }
}
