// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.function.Consumer;

import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;

/** A selected wire or link has a strong color, and handles at its ends to move them. */
public final class ConnectionSelectPolicy extends ConnectionEndpointEditPolicy {

    private final Consumer<Boolean> highlight;

    public ConnectionSelectPolicy(Consumer<Boolean> highlight) {
        this.highlight = highlight;
    }

    @Override
    protected void showSelection() {
        super.showSelection();
        highlight.accept(true);
    }

    @Override
    protected void hideSelection() {
        super.hideSelection();
        highlight.accept(false);
    }
}
