// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install.check;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;

/** The whole screen in a PNG file. */
final class Screenshot {

    private Screenshot() {
    }

    static void save(Display display, Path file) {
        display.syncExec(() -> {
            Image image = new Image(display, display.getBounds());
            GC screen = new GC(display);
            screen.copyArea(image, 0, 0);
            screen.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
            image.dispose();
        });
    }
}
