// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LayoutListener;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.fit.Measured;
import org.thingspire.ui.tests.driver.Screen;
import org.thingspire.ui.topology.document.ModuleSources;
import org.thingspire.ui.topology.figures.Theme;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.DiagramPart;
import org.thingspire.ui.topology.parts.PartFactory;

/** Whatever the topology is like, its diagram is laid out soon: one that is never done would stop the workbench for good. */
class DiagramLayoutTest {

    private static final int TOPOLOGIES = 1000;
    /** One; and one more, because the viewport then makes the canvas as large as what is on it. */
    private static final int MAX_PASSES = 2;
    private static final int SIZE = 900;

    private final Screen screen = new Screen(PlatformUI.getWorkbench().getDisplay());

    @Test
    void aThousandRandomTopologiesAreLaidOutInFewPasses() {
        GraphicalViewer viewer = screen.ask(this::open);
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            RandomTopology random = new RandomTopology(new Random(seed));
            screen.ask(() -> {
                edit(viewer, random);
                return null;
            });
        }
        screen.ask(() -> {
            viewer.getControl().getShell().dispose();
            return null;
        });
    }

    private GraphicalViewer open() {
        Shell shell = new Shell(screen.display(), SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(SIZE, SIZE);
        GraphicalViewer viewer = new ScrollingGraphicalViewer();
        viewer.createControl(shell);
        shell.layout();
        viewer.setEditDomain(new EditDomain());
        viewer.setRootEditPart(new ScalableFreeformRootEditPart());
        return viewer;
    }

    private static void edit(GraphicalViewer viewer, RandomTopology random) {
        DiagramContext context =
                new DiagramContext(random.topology(), new BoardCatalog(List.of()), () -> Measured.NOTHING, new Theme(viewer.getControl()),
                        new ModuleSources(Path.of(""), null), module -> {}, message -> {});
        viewer.setEditPartFactory(new PartFactory(context));
        viewer.setContents(random.topology());
        DiagramPart diagram = (DiagramPart) viewer.getContents();
        Passes passes = new Passes();
        diagram.getFigure().addLayoutListener(passes);
        passes.await(viewer);
        random.change();
        diagram.refreshAll();
        passes.await(viewer);
    }

    /** Fails where a pass too many begins: from outside nobody could see that, because it would be the first of infinitely many. */
    private static final class Passes extends LayoutListener.Stub {

        private int count;

        void await(GraphicalViewer viewer) {
            count = 0;
            viewer.flush();
            assertThat(count).as("passes").isPositive();
        }

        @Override
        public boolean layout(IFigure container) {
            count++;
            assertThat(count).as("passes").isLessThanOrEqualTo(MAX_PASSES);
            return false;
        }
    }
}
