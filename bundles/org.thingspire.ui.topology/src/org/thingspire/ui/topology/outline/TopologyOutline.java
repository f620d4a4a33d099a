// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.outline;

import java.util.function.Supplier;

import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.commands.CommandStackEvent;
import org.eclipse.gef.commands.CommandStackEventListener;
import org.eclipse.gef.ui.parts.ContentOutlinePage;
import org.eclipse.gef.ui.parts.SelectionSynchronizer;
import org.eclipse.gef.ui.parts.TreeViewer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.widgets.Composite;
import org.thingspire.topology.model.Topology;

/** Lists nodes with their modules, and what joins them; selects in the diagram what is selected here, and the other way round. */
public final class TopologyOutline extends ContentOutlinePage implements CommandStackEventListener {

    private final EditDomain domain;
    private final SelectionSynchronizer selection;
    private final Supplier<Topology> topology;

    public TopologyOutline(EditDomain domain, SelectionSynchronizer selection, Supplier<Topology> topology) {
        super(new TreeViewer());
        this.domain = domain;
        this.selection = selection;
        this.topology = topology;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        EditPartViewer viewer = getViewer();
        viewer.setEditDomain(domain);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
        viewer.setEditPartFactory((context, model) -> new ElementTreePart(model, topology, images));
        viewer.setContents(topology.get());
        selection.addViewer(viewer);
        domain.getCommandStack().addCommandStackEventListener(this);
    }

    @Override
    public void stackChanged(CommandStackEvent event) {
        if (!event.isPostChangeEvent() || getViewer().getControl() == null) {
            return;
        }
        if (getViewer().getContents().getModel() == topology.get()) {
            ((ElementTreePart) getViewer().getContents()).refreshAll();
        } else {
            getViewer().setContents(topology.get());
        }
    }

    @Override
    public void dispose() {
        domain.getCommandStack().removeCommandStackEventListener(this);
        selection.removeViewer(getViewer());
        super.dispose();
    }
}
