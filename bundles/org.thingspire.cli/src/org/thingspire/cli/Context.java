// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.nio.file.Path;

import org.thingspire.build.Installation;
import org.thingspire.llvm.LlvmTools;

/**
 * What all commands share.
 *
 * @param home the checkout or installation: holds {@code runtime} and {@code samples}
 */
record Context(Path home, Console console) {

    Installation installation() {
        return new Installation(home.resolve("runtime"), LlvmTools.bundled());
    }

    Path templates() {
        return home.resolve("samples");
    }
}
