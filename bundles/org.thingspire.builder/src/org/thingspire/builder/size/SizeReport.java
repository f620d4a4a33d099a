// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Who takes how much of one image's flash and RAM. The rows come to the ELF's own totals exactly; a report that doesn't can't be
 * made.
 *
 * @param rows largest first, by flash and RAM together
 * @param totals what the ELF says
 * @param flashSize bytes that the board has, empty for a process
 * @param ramSize bytes that the board has, empty for a process
 */
public record SizeReport(List<SizeRow> rows, ElfTotals totals, OptionalLong flashSize, OptionalLong ramSize) {

    private static final Comparator<SizeRow> LARGEST_FIRST = Comparator
            .comparingLong((SizeRow row) -> -(row.flash() + row.ram()))
            .thenComparing(row -> row.owner().kind())
            .thenComparing(row -> row.owner().name());

    public SizeReport {
        rows = rows.stream().sorted(LARGEST_FIRST).toList();
        long flash = rows.stream().mapToLong(SizeRow::flash).sum();
        long ram = rows.stream().mapToLong(SizeRow::ram).sum();
        if (flash != totals.flash() || ram != totals.ram()) {
            throw new IllegalArgumentException("The rows have " + flash + " bytes of flash and " + ram + " of RAM, the ELF has "
                    + totals.flash() + " and " + totals.ram());
        }
    }

    /**
     * @param map of the link that made {@code elf}
     * @throws DamagedFileException if the two aren't of the same link
     * @throws IllegalArgumentException if a part of the image lies in none of the board's memories
     */
    public static SizeReport of(ElfFile elf, LinkMap map, ImageRegions layout, OwnerRules rules) throws DamagedFileException {
        List<SizeRow> rows = new Attribution(elf, layout, map, rules).rows();
        return new SizeReport(rows, ElfTotals.of(elf, layout), layout.flashSize(), layout.ramSize());
    }

    /** The sum of one kind's rows, such as the whole runtime. */
    public SizeRow sum(Owner.Kind kind) {
        SizeRow none = new SizeRow(new Owner(kind, "total"), 0, 0, 0, 0, 0, 0);
        return rows.stream().filter(row -> row.owner().kind() == kind).reduce(none, SizeRow::plus);
    }
}
