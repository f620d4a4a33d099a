// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.Optional;

import org.thingspire.board.Board;
import org.thingspire.topology.fit.Fit;
import org.thingspire.topology.fit.FitRule;
import org.thingspire.topology.fit.Load;
import org.thingspire.topology.fit.Misfit;
import org.thingspire.topology.fit.Size;
import org.thingspire.topology.model.Node;

/**
 * What a node's head says of its memory, RAM or flash, whichever is fuller; or what else does not fit there.
 *
 * @param share of the memory that is taken, above 1 if it is too much; negative if there is no limit
 */
public record NodeMemory(String text, double share, boolean isBad) {

    private static final NodeMemory UNLIMITED = new NodeMemory("no memory limit", -1, false);

    private record Use(long used, long size, String name) {

        double share() {
            return (double) used / size;
        }

        String text(boolean isEstimate) {
            return Size.text(used) + " of " + Size.text(size) + " " + name + (isEstimate ? ", estimate" : "");
        }
    }

    /** Missing links are left to the wires, which are red. */
    public static NodeMemory of(FitRule fits, Node node) {
        Fit fit = fits.of(node);
        Optional<Use> fuller = fuller(fits, node, fit.load());
        Optional<Misfit> misfit = fit.misfits().stream().filter(each -> each.kind() != Misfit.Kind.LINK).findFirst();
        String text = misfit.map(Misfit::brief).or(() -> fuller.map(use -> use.text(fit.load().isEstimate()))).orElse(UNLIMITED.text());
        return new NodeMemory(text, fuller.map(Use::share).orElse(UNLIMITED.share()), misfit.isPresent());
    }

    /** While modules are dragged, in short whether they can be dropped. */
    public static String ofDrop(FitRule fits, Node node, Fit fit) {
        return fit.misfits().stream().findFirst().map(Misfit::brief).orElseGet(() -> "Fits"
                + fuller(fits, node, fit.load()).map(use -> ": " + use.text(fit.load().isEstimate())).orElse(""));
    }

    private static Optional<Use> fuller(FitRule fits, Node node, Load load) {
        Optional<Board> board = fits.boards().find(node.getBoard());
        Optional<Use> ram = board.flatMap(Board::ram).map(memory -> new Use(load.ram(), memory.size(), "RAM"));
        Optional<Use> flash = board.flatMap(Board::flash).map(memory -> new Use(load.flash(), memory.size(), "flash"));
        return flash.filter(use -> use.share() > ram.map(Use::share).orElse(0.0)).or(() -> ram);
    }
}
