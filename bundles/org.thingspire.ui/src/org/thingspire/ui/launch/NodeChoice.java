// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.thingspire.ide.project.ProjectNodes;

/** The field for a node of a project, or for none in particular. */
final class NodeChoice {

    private static final String NONE = "the selected one, else the first device";

    private final Combo combo;
    private final Runnable changed;
    /** Empty until they are read. */
    private Optional<List<String>> offered = Optional.empty();

    /** @param changed called after each choice, and when it has become known what there is to choose */
    NodeChoice(Composite parent, Runnable changed) {
        this.changed = changed;
        combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(NONE);
        combo.select(0);
        combo.addListener(SWT.Selection, event -> changed.run());
    }

    Combo combo() {
        return combo;
    }

    Optional<String> chosen() {
        return combo.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(combo.getText());
    }

    /** One that the project does not have is shown, too: it was chosen some time. */
    void choose(Optional<String> node) {
        show(offered.orElse(List.of()), node);
    }

    /** Offers the nodes of a project, when they are read; of one that is not there, none. */
    void offer(Optional<IProject> project) {
        offered = Optional.empty();
        Display display = combo.getDisplay();
        ICoreRunnable reading = monitor -> {
            List<String> nodes = project.map(ProjectNodes::of).orElse(List.of());
            display.asyncExec(() -> offer(nodes));
        };
        Job.createSystem("Reading nodes", reading).schedule();
    }

    private void offer(List<String> nodes) {
        if (!combo.isDisposed()) {
            offered = Optional.of(nodes);
            show(nodes, chosen());
            changed.run();
        }
    }

    private void show(List<String> nodes, Optional<String> chosen) {
        List<String> items = new ArrayList<>(List.of(NONE));
        items.addAll(nodes);
        chosen.filter(node -> !nodes.contains(node)).ifPresent(items::add);
        combo.setItems(items.toArray(String[]::new));
        combo.select(chosen.map(node -> items.lastIndexOf(node)).orElse(0));
    }

    /** What is wrong with the choice; empty also as long as that is not known. */
    Optional<String> complaint() {
        return chosen().filter(node -> offered.isPresent() && !offered.get().contains(node))
                .map(node -> "The project has no node \"" + node + "\". Choose another node to debug.");
    }
}
