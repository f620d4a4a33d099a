// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.thingspire.builder.size.Owner.Kind;

class SizeTableTest {

    private static final SizeRow RUNTIME = new SizeRow(new Owner(Kind.RUNTIME, "kernel"), 900, 100, 0, 0, 24, 0);
    private static final SizeRow CONTROL = new SizeRow(new Owner(Kind.MODULE, "control"), 400, 60, 40, 40, 8, 8192);
    private static final ElfTotals TOTALS = new ElfTotals(1500, 8264);

    @Test
    void alignsNumbersUnderTheirHeadings() {
        SizeReport report = new SizeReport(List.of(RUNTIME, CONTROL), TOTALS, OptionalLong.of(65536), OptionalLong.of(16384));

        assertThat(new SizeTable(report).lines()).containsExactly(
                "                flash  code  constants  initial    RAM  data  zeroed  memory",
                "module control    500   400         60       40   8240    40       8    8192",
                "runtime kernel   1000   900        100        0     24     0      24       0",
                "total            1500  1300        160       40   8264    40      32    8192",
                "of              65536                            16384",
                "                 2.3%                            50.4%");
    }

    @Test
    void leavesOutWhatAProcessHasNoLimitOf() {
        SizeReport report = new SizeReport(List.of(RUNTIME, CONTROL), TOTALS, OptionalLong.empty(), OptionalLong.empty());

        assertThat(new SizeTable(report).lines()).hasSize(4).last().asString().startsWith("total");
    }

    @Test
    void neverShowsSumsThatTheElfContradicts() {
        assertThatThrownBy(() -> new SizeReport(List.of(RUNTIME), TOTALS, OptionalLong.empty(), OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rows have 1000 bytes of flash and 24 of RAM, the ELF has 1500 and 8264");
    }
}
