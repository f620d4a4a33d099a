// SPDX-License-Identifier: EPL-2.0
package org.eclipse.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;

/**
 * The cursors with which GEF 3.2.100 shows to which side its palette is about to be docked. The workbench had them until 4.2;
 * the numbers are those that GEF was compiled with.
 */
public final class DragCursors {

    public static final int INVALID = 0;
    public static final int LEFT = 1;
    public static final int RIGHT = 2;
    public static final int TOP = 3;
    public static final int BOTTOM = 4;
    public static final int CENTER = 5;
    public static final int OFFSCREEN = 6;
    public static final int FASTVIEW = 7;

    private DragCursors() {
    }

    /** The cursor for one of the constants above; it belongs to the display and is not disposed of. */
    public static Cursor getCursor(int code) {
        int style = switch (code) {
            case INVALID -> SWT.CURSOR_NO;
            case LEFT -> SWT.CURSOR_SIZEW;
            case RIGHT -> SWT.CURSOR_SIZEE;
            case TOP -> SWT.CURSOR_SIZEN;
            case BOTTOM -> SWT.CURSOR_SIZES;
            default -> SWT.CURSOR_SIZEALL;
        };
        return Display.getCurrent().getSystemCursor(style);
    }
}
