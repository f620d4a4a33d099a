// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.thingspire.board.Board;
import org.thingspire.builder.size.DamagedFileException;
import org.thingspire.builder.size.ElfFile;
import org.thingspire.builder.size.ImageRegions;
import org.thingspire.builder.size.LinkMap;
import org.thingspire.builder.size.LinkOverflow;
import org.thingspire.builder.size.OwnerRules;
import org.thingspire.builder.size.RegionUse;
import org.thingspire.builder.size.SizeReport;

/** Who takes which byte of an image; knows by which names our linking calls things. */
public final class ImageSize {

    /** How many of the largest an overflow message names. */
    private static final int NAMED_TAKERS = 4;

    private ImageSize() {
    }

    public static SizeReport of(Image image) {
        try {
            return SizeReport.of(ElfFile.read(image.elf()), LinkMap.read(image.map()), layout(image.board()), rules(image));
        } catch (DamagedFileException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says by how much the image is too large, and who takes most. */
    static String explain(LinkOverflow overflow, Image image) {
        try {
            RegionUse use = RegionUse.of(overflow.region(), LinkMap.read(image.map()), layout(image.board()), rules(image));
            return overflow.message(use, NAMED_TAKERS);
        } catch (DamagedFileException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageRegions layout(Board board) {
        if (board.flash().isEmpty() || board.ram().isEmpty()) {
            return ImageRegions.process();
        }
        return ImageRegions.board(region("FLASH", board.flash().get()), region("RAM", board.ram().get()));
    }

    private static ImageRegions.Region region(String name, Board.Memory memory) {
        return new ImageRegions.Region(name, memory.origin(), memory.size());
    }

    private static OwnerRules rules(Image image) {
        Map<Path, String> modules = image.modules().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return new OwnerRules(modules, Set.of(image.wiring()), Path.of(RuntimeBuilder.ARCHIVE), OwnerRules::folderOf);
    }
}
