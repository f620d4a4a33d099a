// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.builder.size.LinkMap.Command;
import org.thingspire.builder.size.LinkMap.Input;
import org.thingspire.builder.size.LinkMap.MapSymbol;
import org.thingspire.builder.size.LinkMap.OutputSection;
import org.thingspire.builder.size.LinkMap.Piece;

/**
 * Divides an output section among owners so that its shares, in order of address, cover every byte of it exactly once.
 *
 * <p>Most inputs belong to their file. Two are cut along their symbols: a module's data, because its linear memory is shown apart,
 * and stacks, because all those of a node lie in input sections of the same name.
 */
final class SectionDivider {

    /** Where TS_THREAD_STACK (thingspire/thread.h) puts stacks. */
    private static final String THREAD_STACKS = ".bss.stack";
    /**
     * How stacks are called: {@code tick_stack} in C, {@code .handler_stack} for an output section in which a linker script reserves
     * one. The name is missing if there is but one in its file or script.
     */
    private static final Pattern STACK = Pattern.compile("\\.?(?:(?<name>.+)_)?stack");
    /** The symbol at which a module's object defines its linear memory, after the module's name. */
    private static final String MEMORY_SUFFIX = ".memory";

    private final Path map;
    private final OwnerRules rules;

    SectionDivider(Path map, OwnerRules rules) {
        this.map = map;
        this.rules = rules;
    }

    /** @throws DamagedFileException if two pieces overlap or one lies outside of the section */
    List<Share> divide(OutputSection section) throws DamagedFileException {
        List<Piece> pieces = section.pieces().stream().filter(piece -> piece.size() > 0)
                .sorted(Comparator.comparingLong(Piece::address)).toList();
        List<Share> shares = new ArrayList<>();
        long cursor = section.address();
        for (Piece piece : pieces) {
            if (piece.address() < cursor || piece.end() > section.end()) {
                throw new DamagedFileException(map, "in section " + section.name() + ", what lies at "
                        + ElfReader.hex(piece.address()) + " overlaps its neighbor or the section's end");
            }
            addAlignment(shares, cursor, piece.address());
            switch (piece) {
                case Input input -> divide(input, shares);
                case Command command -> shares.add(whole(ownerOf(command, section), command));
            }
            cursor = piece.end();
        }
        addAlignment(shares, cursor, section.end());
        return shares;
    }

    private void divide(Input input, List<Share> shares) {
        Owner owner = rules.ownerOf(input);
        String file = input.file().substring(input.file().lastIndexOf('/') + 1).replaceFirst("\\.o$", "");
        if (input.section().equals(THREAD_STACKS) || input.section().startsWith(THREAD_STACKS + ".")) {
            Owner rest = input.symbols().stream().anyMatch(symbol -> symbol.size() > 0)
                    ? Owner.ALIGNMENT
                    : new Owner(Owner.Kind.STACK, file);
            cut(input, whole(rest, input), symbol -> new Share(stack(symbol.name(), file), false, symbol.address(), symbol.size()),
                    shares);
        } else if (owner.kind() == Owner.Kind.MODULE) {
            cut(input, whole(owner, input), symbol -> symbol.name().equals(owner.name() + MEMORY_SUFFIX)
                    ? new Share(owner, true, symbol.address(), symbol.size())
                    : null, shares);
        } else {
            shares.add(whole(owner, input));
        }
    }

    /** @param otherwise what to call a stack that has no name of its own */
    private static Owner stack(String symbol, String otherwise) {
        Matcher stack = STACK.matcher(symbol);
        String name = stack.matches() ? Objects.requireNonNullElse(stack.group("name"), otherwise) : symbol;
        return new Owner(Owner.Kind.STACK, name);
    }

    /** Adds a share for each symbol that {@code shareOf} doesn't answer with null, and parts of {@code rest} between them. */
    private static void cut(Input input, Share rest, Function<MapSymbol, Share> shareOf, List<Share> shares) {
        List<MapSymbol> symbols = input.symbols().stream()
                .filter(symbol -> symbol.size() > 0 && symbol.address() >= input.address() && symbol.end() <= input.end())
                .sorted(Comparator.comparingLong(MapSymbol::address)).toList();
        long cursor = input.address();
        for (MapSymbol symbol : symbols) {
            Share share = symbol.address() < cursor ? null : shareOf.apply(symbol);
            if (share != null) {
                add(shares, rest, cursor, share.address());
                shares.add(share);
                cursor = share.end();
            }
        }
        add(shares, rest, cursor, input.end());
    }

    /** A script moves on to align, or to reserve room; the latter in a stack's section is a stack. */
    private static Owner ownerOf(Command command, OutputSection section) {
        if (command.text().contains("ALIGN")) {
            return Owner.ALIGNMENT;
        }
        return STACK.matcher(section.name()).matches() ? stack(section.name(), "main") : Owner.SCRIPT;
    }

    private static Share whole(Owner owner, Piece piece) {
        return new Share(owner, false, piece.address(), piece.size());
    }

    private static void addAlignment(List<Share> shares, long from, long to) {
        add(shares, new Share(Owner.ALIGNMENT, false, from, 0), from, to);
    }

    private static void add(List<Share> shares, Share like, long from, long to) {
        if (to > from) {
            shares.add(new Share(like.owner(), like.isMemory(), from, to - from));
        }
    }
}
