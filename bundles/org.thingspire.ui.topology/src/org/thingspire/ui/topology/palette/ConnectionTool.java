// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import org.eclipse.gef.tools.ConnectionCreationTool;

/**
 * Draws one wire or link: with a click at each end, or with a drag from one to the other. GEF's own tool knows only clicks, and draws on
 * until another is chosen. Made by the palette, which needs a public class with no arguments.
 */
public final class ConnectionTool extends ConnectionCreationTool {

    public ConnectionTool() {
        setUnloadWhenFinished(true);
    }

    /** A button that comes up where it went down was the first of two clicks. */
    @Override
    protected boolean handleButtonUp(int button) {
        if (button == 1 && movedPastThreshold() && stateTransition(STATE_CONNECTION_STARTED, STATE_TERMINAL)) {
            handleCreateConnection();
        }
        return super.handleButtonUp(button);
    }
}
