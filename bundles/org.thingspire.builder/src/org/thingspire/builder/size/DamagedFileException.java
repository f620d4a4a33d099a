// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.io.IOException;
import java.nio.file.Path;

/** A linked image or its map is not what the linker writes: cut off, changed, or the two are of different links. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedFileException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
