// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.figures;

import java.net.URL;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.thingspire.topology.model.NodeKind;

/** Colors, fonts and icons of one diagram, chosen to be readable on the background that the platform's theme gives. */
public final class Theme {

    private final LocalResourceManager resources;
    private final boolean dark;
    private final Font font;
    private final Font bold;
    private final Font small;

    /** @param control the diagram's; what is created here lives as long */
    public Theme(Control control) {
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
        // The window has its theme's colors already; a new control gets them later.
        dark = isDark(control.getShell().getBackground());
        FontDescriptor base = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
        font = resources.create(base);
        bold = resources.create(base.setStyle(SWT.BOLD));
        small = resources.create(base.increaseHeight(-1));
    }

    /** Whether text on this background has to be light. The weights are those of ITU-R BT.601. */
    public static boolean isDark(Color background) {
        return background.getRed() * 0.299 + background.getGreen() * 0.587 + background.getBlue() * 0.114 < 128;
    }

    public Font font() {
        return font;
    }

    public Font bold() {
        return bold;
    }

    public Font small() {
        return small;
    }

    public Color canvas() {
        return pick(0xF6F8FA, 0x23272C);
    }

    /** Inside of nodes. */
    public Color surface() {
        return pick(0xFFFFFF, 0x31373F);
    }

    /** Inside of modules, which lie on nodes. */
    public Color card() {
        return pick(0xFBFCFD, 0x3D4550);
    }

    public Color outline() {
        return pick(0xB4C0CC, 0x6B7785);
    }

    public Color text() {
        return pick(0x1F2933, 0xE8ECF0);
    }

    public Color muted() {
        return pick(0x5F6F7E, 0xA3B0BD);
    }

    /** Wires within a node. */
    public Color wire() {
        return pick(0x3A6EA5, 0x79B0EA);
    }

    /** Wires that need a link. */
    public Color remoteWire() {
        return pick(0xB7541A, 0xF0A060);
    }

    public Color link() {
        return pick(0xC3CDD8, 0x525D69);
    }

    public Color good() {
        return pick(0x1E7B4A, 0x63C892);
    }

    public Color bad() {
        return pick(0xB3261E, 0xFF8A80);
    }

    public Color selection() {
        return pick(0x1769D2, 0x8AB8FF);
    }

    /** The color by which kinds of nodes are told apart. */
    public Color accent(NodeKind kind) {
        return switch (kind) {
            case DEVICE -> pick(0x2E7D5B, 0x63BE92);
            case EDGE -> pick(0x2B6CB0, 0x6AA9E9);
            case CLOUD -> pick(0x7A4FB5, 0xB794F0);
        };
    }

    /** A light shade of the accent, behind text. */
    public Color tint(NodeKind kind) {
        return switch (kind) {
            case DEVICE -> pick(0xE4F2EB, 0x2C4A3C);
            case EDGE -> pick(0xE2EDF8, 0x2B4460);
            case CLOUD -> pick(0xEEE7F8, 0x463A61);
        };
    }

    /** The icon of a name in this bundle's folder {@code icons}, without ending. */
    public Image icon(String name) {
        return resources.create(descriptor(name));
    }

    /** The same for those who need no image yet, such as palette entries. */
    public static ImageDescriptor descriptor(String name) {
        URL url = Theme.class.getResource("/icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url);
    }

    private Color pick(int onLight, int onDark) {
        int rgb = dark ? onDark : onLight;
        return resources.create(ColorDescriptor.createFrom(new RGB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)));
    }
}
