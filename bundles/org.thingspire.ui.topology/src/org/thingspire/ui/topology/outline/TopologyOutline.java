// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.outline;

import java.util.Optional;
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
import org.eclipse.swt.widgets.Control;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/** Lists nodes with their modules, and what joins them; selects in the diagram what is selected here, and the other way round. */
public final class TopologyOutline extends ContentOutlinePage implements CommandStackEventListener {

    private final EditDomain domain;
    private final SelectionSynchronizer selection;
    private final Supplier<Optional<Topology>> topology;

    /** @param topology empty while there is none; the editor then says why */
    public TopologyOutline(EditDomain domain, SelectionSynchronizer selection, Supplier<Optional<Topology>> topology) {
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
        viewer.setEditPartFactory((context, model) -> new ElementTreePart(model, images));
        reload();
        selection.addViewer(viewer);
        domain.getCommandStack().addCommandStackEventListener(this);
    }

    /** Newer versions of GEF tell also of commands that are forgotten, as while another topology is loaded. */
    @Override
    public void stackChanged(CommandStackEvent event) {
        if (event.isPostChangeEvent() && topology.get().isPresent()) {
            reload();
        }
    }

    /** Shows what the topology is now; it may be another one. */
    public void reload() {
        Control control = getViewer().getControl();
        if (control == null || control.isDisposed()) {
            return;
        }
        Topology now = topology.get().orElseGet(TopologyFactory.eINSTANCE::createTopology);
        if (getViewer().getContents() instanceof ElementTreePart shown && shown.getModel() == now) {
            shown.refreshAll();
        } else {
            getViewer().setContents(now);
        }
    }

    @Override
    public void dispose() {
        domain.getCommandStack().removeCommandStackEventListener(this);
        selection.removeViewer(getViewer());
        super.dispose();
    }
}
