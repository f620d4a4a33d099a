// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.nio.file.Path;
import java.util.Map;

import org.thingspire.board.Board;

/**
 * What is flashed to one node: runtime, modules and wiring in one ELF file.
 *
 * @param node the node's name in the topology
 * @param board what it runs on
 * @param elf the linked program, with debug information
 * @param map the linker's account of which object each byte came from
 * @param modules the modules in it, by name, with their object files
 * @param wiring the object file of the code between them
 * @param sourceRoot the project's folder: source paths in the debug information are relative to it
 */
public record Image(String node, Board board, Path elf, Path map, Map<String, Path> modules, Path wiring,
        Path sourceRoot) {

    public Image {
        modules = Map.copyOf(modules);
    }
}
