// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeTest {

    @Test
    void sizesAreShort() {
        assertThat(Size.text(0)).isEqualTo("0 B");
        assertThat(Size.text(1023)).isEqualTo("1023 B");
        assertThat(Size.text(8192)).isEqualTo("8 KB");
        assertThat(Size.text(1536)).isEqualTo("1.5 KB");
        assertThat(Size.text(4 << 20)).isEqualTo("4 MB");
    }
}
