// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class UserCacheTest {

    private static final Path HOME = Path.of(System.getProperty("user.home"), ".cache");

    @Test
    void isWhereTheUserHasCaches() {
        assertThat(UserCache.caches("/elsewhere/caches", "/home/me")).isEqualTo(Path.of("/elsewhere/caches"));
        assertThat(UserCache.caches(null, "/home/me")).isEqualTo(Path.of("/home/me/.cache"));
    }

    @Test
    void aVariableThatIsEmptyOrRelativeDoesNotCount() {
        assertThat(UserCache.caches("", "")).isEqualTo(HOME);
        assertThat(UserCache.caches("caches", null)).isEqualTo(HOME);
    }

    @Test
    void aVariableOfOurOwnNamesAnother() {
        // The build gives its tests one, so that they leave nothing in their user's.
        assertThat(UserCache.standard().folder()).endsWithRaw(Path.of("target", "cache"));
    }
}
