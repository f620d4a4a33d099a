// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.fit;

import java.util.List;

/**
 * Whether modules fit on a node, and what they take there together with what is on it already.
 *
 * @param misfits what speaks against it; those that no build could do away with come first
 */
public record Fit(Load load, List<Misfit> misfits) {

    public Fit {
        misfits = List.copyOf(misfits);
    }

    public boolean isGood() {
        return misfits.isEmpty();
    }
}
