// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import java.util.function.Supplier;

import org.eclipse.gef.requests.CreationFactory;
import org.thingspire.board.Board;
import org.thingspire.topology.model.Link;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.Wire;

/** Makes a new element whenever a palette entry is used. */
public final class ElementFactory implements CreationFactory {

    private final Object type;
    private final Supplier<?> elements;

    /**
     * The type of new modules; tells them apart by the language of their source.
     *
     * @param extension with the dot
     */
    public record ModuleType(String extension) {
    }

    private ElementFactory(Object type, Supplier<?> elements) {
        this.type = type;
        this.elements = elements;
    }

    /** A node of a kind that the board can be. */
    static ElementFactory node(Board board, NodeKind kind) {
        return new ElementFactory(Node.class, () -> {
            Node node = TopologyFactory.eINSTANCE.createNode();
            node.setKind(kind);
            node.setBoard(board.name());
            return node;
        });
    }

    static ElementFactory module(String extension) {
        return new ElementFactory(new ModuleType(extension), TopologyFactory.eINSTANCE::createModule);
    }

    /** What is drawn is a command's; the request needs the type only. */
    public static ElementFactory wire() {
        return new ElementFactory(Wire.class, () -> null);
    }

    static ElementFactory link() {
        return new ElementFactory(Link.class, () -> null);
    }

    @Override
    public Object getNewObject() {
        return elements.get();
    }

    @Override
    public Object getObjectType() {
        return type;
    }
}
