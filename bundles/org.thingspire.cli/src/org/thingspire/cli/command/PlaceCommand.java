// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Profile;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;
import org.thingspire.topology.PlaceModule;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.fit.Fit;
import org.thingspire.topology.fit.FitCheck;
import org.thingspire.topology.fit.FitRule;
import org.thingspire.topology.fit.Measured;
import org.thingspire.topology.fit.Size;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.Node;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "place", description = "Move a module to another node.")
public final class PlaceCommand extends ProjectCommand {

    @Parameters(index = "1", paramLabel = "<module>", description = "The module to move.")
    private String module;

    @Parameters(index = "2", paramLabel = "<node>", description = "Where to.")
    private String node;

    public PlaceCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Path topology = TopologyFinder.find(projectPath);
        PlaceModule.Move move = PlaceModule.place(topology, module, node);
        String from = move.from().orElse(null);
        if (node.equals(from)) {
            say("%s is on %s already.", module, node);
        } else {
            say("%s: %s -> %s", module, from == null ? "(nowhere)" : from, node);
        }
        Fit fit = tellFit(TopologyReader.read(topology));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("module", module);
        fields.put("from", from);
        fields.put("to", node);
        fields.put("fits", fit.isGood());
        fields.put("flash", fit.load().flash());
        fields.put("ram", fit.load().ram());
        fields.put("estimate", fit.load().isEstimate());
        emit(fields);
        return ExitCode.DONE;
    }

    /** Says what the node has to carry then, and warns of what does not fit, as the diagram does; it is moved all the same. */
    private Fit tellFit(TopologyFile file) {
        BoardCatalog boards = BoardCatalog.read(context.installation().boards());
        FitRule rule = new FitRule(file.topology(), boards, Measured.read(Profile.RELEASE.buildFolder(file.folder())));
        Node target = named(file.topology().getNodes(), node);
        Fit fit = rule.of(target, List.of(named(file.topology().getModules(), module)));
        warn(fit.misfits().stream().map(misfit -> FitCheck.warning(file, target, misfit)).toList());
        Optional<Board> board = boards.find(target.getBoard()).filter(known -> known.ram().isPresent() && known.flash().isPresent());
        board.ifPresent(known -> say("%s: %s of %s RAM, %s of %s flash%s", node, Size.text(fit.load().ram()), Size.text(known.ram().get().size()),
                Size.text(fit.load().flash()), Size.text(known.flash().get().size()),
                fit.load().isEstimate() ? " (estimate, until it is built)" : ""));
        return fit;
    }

    private static <T extends NamedElement> T named(List<T> elements, String name) {
        return elements.stream().filter(element -> name.equals(element.getName())).findFirst().orElseThrow();
    }
}
