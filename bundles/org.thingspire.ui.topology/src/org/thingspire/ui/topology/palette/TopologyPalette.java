// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import org.eclipse.gef.palette.CombinedTemplateCreationEntry;
import org.eclipse.gef.palette.ConnectionCreationToolEntry;
import org.eclipse.gef.palette.MarqueeToolEntry;
import org.eclipse.gef.palette.PaletteContainer;
import org.eclipse.gef.palette.PaletteDrawer;
import org.eclipse.gef.palette.PaletteEntry;
import org.eclipse.gef.palette.PaletteGroup;
import org.eclipse.gef.palette.PaletteRoot;
import org.eclipse.gef.palette.PanningSelectionToolEntry;
import org.eclipse.gef.palette.ToolEntry;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.rule.NodeKinds;
import org.thingspire.ui.topology.figures.Theme;

/** The palette: tools, then one entry for each kind of node that each board can be, then modules. */
public final class TopologyPalette {

    private TopologyPalette() {
    }

    public static PaletteRoot create(BoardCatalog boards) {
        PaletteRoot root = new PaletteRoot();
        root.add(tools(root));
        root.add(nodes(boards));
        root.add(modules());
        return root;
    }

    private static PaletteContainer tools(PaletteRoot root) {
        PaletteGroup group = new PaletteGroup("Tools");
        ToolEntry select = new PanningSelectionToolEntry("Select");
        group.add(withIcon(select, "select"));
        group.add(withIcon(new MarqueeToolEntry("Marquee", "Selects everything in a rectangle"), "marquee"));
        group.add(connection("Wire", "Joins an import of one module to another module", ElementFactory.wire(), "wire"));
        group.add(connection("Link", "Connects two nodes", ElementFactory.link(), "link"));
        root.setDefaultEntry(select);
        return group;
    }

    private static ToolEntry connection(String label, String description, ElementFactory factory, String icon) {
        ToolEntry entry = new ConnectionCreationToolEntry(label, description, factory, Theme.descriptor(icon), Theme.descriptor(icon));
        entry.setToolClass(ConnectionTool.class);
        return entry;
    }

    private static PaletteContainer nodes(BoardCatalog boards) {
        PaletteDrawer drawer = drawer("Nodes");
        for (NodeKind kind : NodeKind.values()) {
            for (Board board : boards.boards()) {
                if (NodeKinds.of(board).contains(kind)) {
                    drawer.add(entry(label(board, kind), board.title() + " as a node of kind " + kind.getLiteral(),
                            ElementFactory.node(board, kind), kind.getLiteral()));
                }
            }
        }
        return drawer;
    }

    /** The board tells the kind unless it can be of several. */
    private static String label(Board board, NodeKind kind) {
        return NodeKinds.of(board).size() == 1 ? board.name() : board.name() + " (" + kind.getLiteral() + ")";
    }

    private static PaletteContainer modules() {
        PaletteDrawer drawer = drawer("Modules");
        drawer.add(entry("C module", "A module whose source is C", ElementFactory.module(".c"), "module"));
        drawer.add(entry("WAT module", "A module whose source is WebAssembly text", ElementFactory.module(".wat"), "module"));
        drawer.add(entry("Ready-made module", "A module that is WebAssembly already", ElementFactory.module(".wasm"), "module"));
        return drawer;
    }

    private static PaletteDrawer drawer(String label) {
        PaletteDrawer drawer = new PaletteDrawer(label);
        drawer.setInitialState(PaletteDrawer.INITIAL_STATE_PINNED_OPEN);
        return drawer;
    }

    private static PaletteEntry entry(String label, String description, ElementFactory factory, String icon) {
        ToolEntry entry = new CombinedTemplateCreationEntry(label, description, factory, factory, Theme.descriptor(icon), Theme.descriptor(icon));
        entry.setToolClass(NewElementTool.class);
        return entry;
    }

    private static ToolEntry withIcon(ToolEntry entry, String icon) {
        entry.setSmallIcon(Theme.descriptor(icon));
        entry.setLargeIcon(Theme.descriptor(icon));
        return entry;
    }
}
