// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A size report as a table for people: bytes, right-aligned, totals and what the board has below. */
public record SizeTable(SizeReport report) {

    private static final String EMPTY = "";
    private static final String GAP = "  ";
    private static final List<String> HEADER = List.of(EMPTY, "flash", "code", "constants", "initial", "RAM", "data", "zeroed", "memory");
    private static final int FLASH = HEADER.indexOf("flash");
    private static final int RAM = HEADER.indexOf("RAM");

    /** Lines without line ends and without trailing blanks. */
    public List<String> lines() {
        SizeRow total = report.rows().stream().reduce(new SizeRow(new Owner(Owner.Kind.LINKER, "total"), 0, 0, 0, 0, 0, 0), SizeRow::plus);
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        report.rows().forEach(row -> cells.add(cells(row)));
        cells.add(cells(total));
        if (report.flashSize().isPresent()) {
            cells.add(below("of", number(report.flashSize()), number(report.ramSize())));
            cells.add(below(EMPTY, percent(total.flash(), report.flashSize()), percent(total.ram(), report.ramSize())));
        }
        return layOut(cells);
    }

    private static List<String> cells(SizeRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.owner().label());
        for (long bytes : new long[] {row.flash(), row.code(), row.constants(), row.initial(), row.ram(), row.data(), row.zeroed(),
                row.memory()}) {
            cells.add(Long.toString(bytes));
        }
        return cells;
    }

    private static List<String> below(String label, String flash, String ram) {
        return IntStream.range(0, HEADER.size()).mapToObj(i -> i == 0 ? label : i == FLASH ? flash : i == RAM ? ram : EMPTY).toList();
    }

    private static String number(OptionalLong bytes) {
        return Long.toString(bytes.orElseThrow());
    }

    private static String percent(long bytes, OptionalLong size) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * bytes / size.orElseThrow());
    }

    private static List<String> layOut(List<List<String>> cells) {
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> cells.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow()).toArray();
        return cells.stream().map(row -> {
            StringBuilder line = new StringBuilder(String.format("%-" + widths[0] + "s", row.getFirst()));
            for (int column = 1; column < widths.length; column++) {
                line.append(GAP).append(String.format("%" + widths[column] + "s", row.get(column)));
            }
            return line.toString().stripTrailing();
        }).toList();
    }
}
