// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where tests find WebAssembly's official test suite: where {@code -Dwasm.spec=} says, else where {@code releng/spec/fetch} puts it, else
 * beside the checkout.
 */
public final class OfficialSuite {

    /** What a test says that is skipped without the suite. */
    public static final String MISSING = "the WebAssembly test suite is not there; releng/spec/fetch gets it, -Dwasm.spec= tells where it is";

    private OfficialSuite() {
    }

    /** The suite's file, if it is there. Fails if it is not where {@code -Dwasm.spec=} says. */
    public static Optional<Path> find() {
        String named = System.getProperty("wasm.spec");
        if (named != null) {
            if (!Files.exists(Path.of(named))) {
                throw new IllegalArgumentException("-Dwasm.spec=" + named + ": there is no such file");
            }
            return Optional.of(Path.of(named));
        }
        String cache = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache");
        Path home = Path.of(System.getProperty("thingspire.home", "../.."));
        return Stream.of(Path.of(cache, "thingspire", "wasm-spec"), home.resolve("../shared/wasm-spec"))
                .map(folder -> folder.resolve("core-2.0.zip")).filter(Files::exists).findFirst();
    }
}
