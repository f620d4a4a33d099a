// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite.FlyoutPreferences;

/** Where the palette is and how wide, as the user left it. */
public final class PaletteSettings implements FlyoutPreferences {

    /** The longest name of a board beside the icons and margins of any GEF. */
    private static final int DEFAULT_WIDTH = 187;
    private static final String DOCK = "palette.dock";
    private static final String STATE = "palette.state";
    private static final String WIDTH = "palette.width";

    private final IEclipsePreferences preferences;

    public PaletteSettings(IEclipsePreferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public int getDockLocation() {
        return preferences.getInt(DOCK, PositionConstants.EAST);
    }

    @Override
    public int getPaletteState() {
        return preferences.getInt(STATE, FlyoutPaletteComposite.STATE_PINNED_OPEN);
    }

    @Override
    public int getPaletteWidth() {
        return preferences.getInt(WIDTH, DEFAULT_WIDTH);
    }

    @Override
    public void setDockLocation(int location) {
        preferences.putInt(DOCK, location);
    }

    @Override
    public void setPaletteState(int state) {
        preferences.putInt(STATE, state);
    }

    @Override
    public void setPaletteWidth(int width) {
        preferences.putInt(WIDTH, width);
    }
}
