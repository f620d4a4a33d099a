// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.fit.FitRule;
import org.thingspire.topology.fit.Measured;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.document.ModuleSources;
import org.thingspire.ui.topology.figures.Theme;

/**
 * What all parts of one diagram share.
 *
 * @param boards empty if the installation's could not be found
 * @param measured what the last build found out
 * @param sources where new modules get their files
 * @param openSource opens the source of a module
 * @param status shows a message in the status line; empty: takes it away
 */
public record DiagramContext(Topology topology, BoardCatalog boards, Supplier<Measured> measured, Theme theme, ModuleSources sources,
        Consumer<Module> openSource, Consumer<String> status) {

    public Deployment deployment() {
        return new Deployment(topology);
    }

    /** Says what fits where. */
    public FitRule fits() {
        return new FitRule(topology, boards, measured.get());
    }
}
