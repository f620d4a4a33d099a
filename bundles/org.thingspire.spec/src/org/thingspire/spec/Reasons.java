// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import org.thingspire.aot.UnsupportedModuleException;

/** Groups skipped modules by what they would need, leaving out names and places. */
final class Reasons {

    private Reasons() {
    }

    static String summary(UnsupportedModuleException refusal) {
        String text = refusal.getMessage();
        return text.replaceFirst("^function \\S+ uses (\\S+) at offset 0x[0-9a-f]+, which.*", "$1")
                .replaceFirst("^the module imports an? (\\w+), .*", "imported $1")
                .replaceFirst("^the module starts with \\d+ pages.*", "more than 1 GiB of memory");
    }
}
