// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordInTextTest {

    private static final String TEXT = "int a;\n    wantd = 1;\n";

    @Test
    void nameIsTakenWhole() {
        assertThat(WordInText.in(TEXT, 2, 5)).hasValueSatisfying(word -> assertThat(marked(word)).isEqualTo("wantd"));
    }

    @Test
    void signIsTakenAlone() {
        assertThat(WordInText.in(TEXT, 1, 6)).hasValueSatisfying(word -> assertThat(marked(word)).isEqualTo(";"));
    }

    @Test
    void placeThatIsNotInTheTextIsNone() {
        assertThat(WordInText.in(TEXT, 9, 1)).isEmpty();
        assertThat(WordInText.in(TEXT, 1, 7)).as("the end of a line").isEmpty();
        assertThat(WordInText.in(TEXT, 3, 1)).as("after the last line").isEmpty();
    }

    private static String marked(WordInText word) {
        return TEXT.substring(word.start(), word.end());
    }
}
