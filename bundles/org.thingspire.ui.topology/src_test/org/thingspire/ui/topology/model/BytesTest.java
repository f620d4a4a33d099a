// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void sizesAreShort() {
        assertThat(Bytes.text(0)).isEqualTo("0 B");
        assertThat(Bytes.text(1023)).isEqualTo("1023 B");
        assertThat(Bytes.text(8192)).isEqualTo("8 KB");
        assertThat(Bytes.text(1536)).isEqualTo("1.5 KB");
        assertThat(Bytes.text(4 << 20)).isEqualTo("4 MB");
    }
}
