// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("history", "control", "probe", "io");

    @ParameterizedTest
    @CsvSource({"histroy,history", "hstory,history", "historyy,history", "contrlo,control", "Probe,probe", "oi,io"})
    void findsWhatASlipMadeOf(String wrong, String meant) {
        assertThat(Suggestion.nearest(wrong, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"gateway", "con", "xy"})
    void doesNotGuessWildly(String wrong) {
        assertThat(Suggestion.nearest(wrong, KNOWN)).isEmpty();
    }

    @Test
    void wordsARemedyForEachCase() {
        assertThat(Suggestion.remedy("prob", KNOWN, "modules")).isEqualTo("Did you mean \"probe\"?");
        assertThat(Suggestion.remedy("gateway", KNOWN, "modules")).isEqualTo("Known modules: control, history, io, probe.");
        assertThat(Suggestion.remedy("gateway", List.of(), "modules")).isEqualTo("There are no modules yet.");
    }
}
