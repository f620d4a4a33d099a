// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.Optional;

/**
 * What stands in front of a declaration about its life: {@code @since(version = 1.0.0)}, {@code @unstable(feature = x)},
 * {@code @deprecated(version = 2.0.0)}, and {@code @external-id("...")}. All that a project declares is there to be used.
 *
 * @param since the version that brought it
 * @param unstable the feature it belongs to while it may still change
 * @param deprecated the version since which it should not be used any more
 * @param externalId what the outer world calls it
 */
public record Gates(Optional<String> since, Optional<String> unstable, Optional<String> deprecated, Optional<String> externalId) {

    public static final Gates NONE = new Gates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
