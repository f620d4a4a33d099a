// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import java.util.List;

import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.Problem;
import org.thingspire.topology.TopologyFile;

/**
 * Says whether a topology makes sense before anything is built from it. What needs the compiled modules (whether an import
 * is exported by the other end of its wire, whether modules fit) is checked by the build.
 */
public final class Validator {

    private final List<Check> checks;

    /** @param boards the boards that nodes can be */
    public Validator(BoardCatalog boards) {
        this.checks = List.of(
                new RequiredCheck(),
                new NameCheck(),
                new BoardCheck(boards),
                new SourceCheck(),
                new PlacementCheck(),
                new MemoryCheck(),
                new LinkCheck(),
                new SerialLineCheck(boards),
                new WireCheck(),
                new TaskCheck(),
                new SensorCheck(boards),
                new LayoutCheck());
    }

    /** All problems in the order of their lines; empty if the topology is in order. */
    public List<Problem> validate(TopologyFile file) {
        Findings findings = new Findings(file);
        checks.forEach(check -> check.run(file, findings));
        return findings.sorted();
    }
}
