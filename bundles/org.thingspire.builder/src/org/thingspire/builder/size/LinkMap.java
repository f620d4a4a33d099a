// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The map that {@code ld.lld -Map=} writes: which input went where. lld writes it even if the image doesn't fit into its
 * memory regions and so isn't written itself.
 *
 * @param path where it was read from, for messages
 */
public record LinkMap(Path path, List<OutputSection> sections) {

    public LinkMap {
        sections = List.copyOf(sections);
    }

    /**
     * @throws DamagedFileException if it isn't lld's map; the message names the line
     * @throws IOException if it can't be read
     */
    public static LinkMap read(Path path) throws IOException {
        return new LinkMapParser(path).parse(Files.readAllLines(path));
    }

    /**
     * A section of the image, loaded or not.
     *
     * @param address where the program finds it
     * @param loadAddress where it lies in flash; equal to {@code address} if it isn't copied
     */
    public record OutputSection(String name, long address, long loadAddress, long size, List<Piece> pieces) {

        public OutputSection {
            pieces = List.copyOf(pieces);
        }

        public long end() {
            return address + size;
        }
    }

    /** One line within an output section. Alignment between two pieces has no line. */
    public sealed interface Piece {

        long address();

        long size();

        default long end() {
            return address() + size();
        }
    }

    /**
     * An input section.
     *
     * @param file the object as it was named to the linker, or {@code <internal>} for what the linker made itself
     * @param archive the archive that {@code file} is a member of, empty if none
     * @param symbols what the object defines there, local ones too
     */
    public record Input(long address, long size, String archive, String file, String section, List<MapSymbol> symbols)
            implements
                Piece {

        private static final String INTERNAL = "<internal>";

        public Input {
            symbols = List.copyOf(symbols);
        }

        public boolean isInternal() {
            return file.equals(INTERNAL);
        }
    }

    /** An assignment or a data command of the linker script, such as {@code . = ALIGN(8)}, {@code . += 2048} or {@code LONG(0)}. */
    public record Command(long address, long size, String text) implements Piece {
    }

    public record MapSymbol(String name, long address, long size) {

        public long end() {
            return address + size;
        }
    }
}
