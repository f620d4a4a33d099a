// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.wit.InterfaceCatalog;
import org.thingspire.wit.c.CHeader;

/**
 * The headers that C modules include to use a project's interfaces.
 *
 * @param folder there is a header for each interface in it, and nothing else
 */
public record Bindings(Path folder) {

    /** @throws UserException if two interfaces can't be told apart in C */
    public static Bindings write(InterfaceCatalog interfaces, Path folder) throws InterruptedException {
        List<Problem> problems = new ArrayList<>();
        List<CHeader> headers = CHeader.of(interfaces, problems);
        UserException.throwIfErrors(problems);
        HeaderFiles.write(headers, folder);
        return new Bindings(folder);
    }
}
