// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class CoreSignatureTest {

    @Test
    void everyTypeHasALetterByWhichItIsFound() {
        assertThat(CoreType.values()).allSatisfy(type -> assertThat(CoreType.of(type.letter())).isEqualTo(type));
        assertThatIllegalArgumentException().isThrownBy(() -> CoreType.of('x')).withMessage("no type has the letter x");
    }

    @Test
    void lettersGoInAndComeOutTheSame() {
        CoreSignature all = CoreSignature.of("ilfdvre", "vd");

        assertThat(all.parameters()).containsExactly(CoreType.values());
        assertThat(CoreSignature.letters(all.parameters())).isEqualTo("ilfdvre");
        assertThat(CoreSignature.letters(all.results())).isEqualTo("vd");
        assertThat(CoreSignature.of("", "")).isEqualTo(CoreSignature.NOTHING);
    }

    @Test
    void readsAsWebAssemblyWritesIt() {
        assertThat(CoreSignature.of("if", "l")).hasToString("(i32, f32) -> i64");
        assertThat(CoreSignature.of("", "dr")).hasToString("() -> f64, funcref");
        assertThat(CoreSignature.of("ve", "")).hasToString("(v128, externref)");
    }

    @Test
    void severalResultsAndVectorsAreReturnedThroughAPointer() {
        assertThat(CoreSignature.of("v", "i").returnsThroughPointer()).isFalse();
        assertThat(CoreSignature.of("", "v").returnsThroughPointer()).isTrue();
        assertThat(CoreSignature.of("", "ii").returnsThroughPointer()).isTrue();
    }

    @Test
    void onlyNumbersAndOneResultPassBetweenNodes() {
        assertThat(CoreSignature.of("ilfd", "d").passesNumbersOnly()).isTrue();
        assertThat(List.of(CoreSignature.of("v", ""), CoreSignature.of("", "v"), CoreSignature.of("", "ii"), CoreSignature.of("r", "")))
                .noneMatch(CoreSignature::passesNumbersOnly);
    }

    @Test
    void numbersAndVectorsKnowTheirSizeAndTheirTypeInC() {
        assertThat(Arrays.stream(CoreType.values()).filter(CoreType::isNumber).map(CoreType::bytes)).containsExactly(4, 8, 4, 8);
        assertThat(CoreType.V128.bytes()).isEqualTo(16);
        assertThat(CoreType.F64.c("ts_vector")).isEqualTo("double");
        assertThat(CoreType.V128.c("ts_vector")).isEqualTo("ts_vector");
        assertThat(CoreType.EXTERNREF.c("ts_vector")).isEqualTo("const void *");
    }
}
