// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.builder.size.LinkMap.Command;
import org.thingspire.builder.size.LinkMap.Input;
import org.thingspire.builder.size.LinkMap.MapSymbol;
import org.thingspire.builder.size.LinkMap.OutputSection;
import org.thingspire.builder.size.LinkMap.Piece;

/**
 * Parses lld's map line by line. After four numbers the text's indent tells what a line is: none for an output section, one step
 * for an input section or a script command, two steps for a symbol. Script commands between output sections have no indent either.
 */
final class LinkMapParser {

    private static final String STEP = " ".repeat(8);
    private static final Pattern HEADER = Pattern.compile("\\s*VMA\\s+LMA\\s+Size\\s+Align\\s+Out\\s+In\\s+Symbol\\s*");
    private static final Pattern LINE = Pattern.compile(" *(\\p{XDigit}+) +(\\p{XDigit}+) +(\\p{XDigit}+) +\\d+ (.*)");
    private static final Pattern COMMAND = Pattern.compile(
            "(PROVIDE|HIDDEN|PROVIDE_HIDDEN|BYTE|SHORT|LONG|QUAD) ?\\(.*|\\S+ ([-+*/&|^]|<<|>>)?= .*");
    private static final Pattern INPUT = Pattern.compile("(.+):\\((.*)\\)");
    private static final Pattern MEMBER = Pattern.compile("(.+)\\(([^()]+)\\)");

    private final Path path;
    private final List<OutputSection> sections = new ArrayList<>();
    private OutputSection section;
    private List<Piece> pieces = new ArrayList<>();
    private Input input;
    private List<MapSymbol> symbols = new ArrayList<>();

    LinkMapParser(Path path) {
        this.path = path;
    }

    LinkMap parse(List<String> lines) throws DamagedFileException {
        if (lines.isEmpty() || !HEADER.matcher(lines.getFirst()).matches()) {
            throw new DamagedFileException(path, "is not a map of ld.lld");
        }
        for (int i = 1; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                throw damaged(i, lines.get(i));
            }
            long address = Long.parseUnsignedLong(line.group(1), 16);
            long loadAddress = Long.parseUnsignedLong(line.group(2), 16);
            long size = Long.parseUnsignedLong(line.group(3), 16);
            String text = line.group(4);
            if (!text.startsWith(STEP)) {
                endSection();
                if (!COMMAND.matcher(text).matches()) {
                    section = new OutputSection(text, address, loadAddress, size, List.of());
                }
            } else if (section == null) {
                throw damaged(i, lines.get(i));
            } else if (!text.startsWith(STEP + STEP)) {
                endInput();
                addPiece(i, address, size, text.substring(STEP.length()));
            } else if (input == null) {
                throw damaged(i, lines.get(i));
            } else {
                symbols.add(new MapSymbol(text.substring(2 * STEP.length()), address, size));
            }
        }
        endSection();
        return new LinkMap(path, sections);
    }

    private void addPiece(int index, long address, long size, String text) throws DamagedFileException {
        if (COMMAND.matcher(text).matches()) {
            pieces.add(new Command(address, size, text));
            return;
        }
        Matcher parts = INPUT.matcher(text);
        if (!parts.matches()) {
            throw damaged(index, text);
        }
        Matcher member = MEMBER.matcher(parts.group(1));
        input = member.matches()
                ? new Input(address, size, member.group(1), member.group(2), parts.group(2), List.of())
                : new Input(address, size, "", parts.group(1), parts.group(2), List.of());
    }

    private void endInput() {
        if (input != null) {
            pieces.add(new Input(input.address(), input.size(), input.archive(), input.file(), input.section(), symbols));
            symbols = new ArrayList<>();
            input = null;
        }
    }

    private void endSection() {
        endInput();
        if (section != null) {
            sections.add(new OutputSection(section.name(), section.address(), section.loadAddress(), section.size(), pieces));
            pieces = new ArrayList<>();
            section = null;
        }
    }

    private DamagedFileException damaged(int index, String line) {
        return new DamagedFileException(path, "line " + (index + 1) + " is not one of a map of ld.lld: " + line.strip());
    }
}
