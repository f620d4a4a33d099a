// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.TrapKind;

class TrapKindTest {

    private static final Path HEADER = Path.of("../../runtime/include/thingspire/trap.h");
    private static final Pattern ENTRY = Pattern.compile("TS_TRAP_(\\w+) = (\\d+)");

    @Test
    void theRuntimeUnderstandsEveryTrap() throws IOException {
        Map<String, Integer> header = new HashMap<>();
        Matcher entries = ENTRY.matcher(Files.readString(HEADER));
        while (entries.find()) {
            header.put(entries.group(1), Integer.valueOf(entries.group(2)));
        }
        int firstOfTheRuntime = header.get("FIRST_RUNTIME");
        header.values().removeIf(number -> number == 0 || number >= firstOfTheRuntime);

        Map<String, Integer> compiler = new HashMap<>();
        for (TrapKind kind : TrapKind.values()) {
            compiler.put(kind.name(), kind.number());
        }
        assertThat(compiler).isEqualTo(header);
    }
}
