// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.program;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.ide.IdeIds;

/**
 * Where the user says that programs are, if not where ThingSpire finds them by itself.
 *
 * @param preferences have an absolute path under {@code program.<command>}
 */
public record ProgramLocations(IEclipsePreferences preferences) {

    private static final String PREFERENCE = "program.";

    public static ProgramLocations ofThisWorkbench() {
        return new ProgramLocations(InstanceScope.INSTANCE.getNode(IdeIds.BUNDLE));
    }

    /** What the user named, whether it is there or not. */
    public Optional<Path> named(ExternalProgram program) {
        return Optional.of(preferences.get(PREFERENCE + program.command(), "")).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** @param path empty: it is to be found again */
    public void name(ExternalProgram program, Optional<Path> path) {
        path.ifPresentOrElse(named -> preferences.put(PREFERENCE + program.command(), named.toString()),
                () -> preferences.remove(PREFERENCE + program.command()));
    }

    /** Keeps what was named for the next start of the workbench. */
    public void save() throws BackingStoreException {
        preferences.flush();
    }

    /** All that the user named, as the core wants it. */
    public ProgramPaths programs() {
        Map<ExternalProgram, Path> all = new EnumMap<>(ExternalProgram.class);
        for (ExternalProgram program : ExternalProgram.values()) {
            named(program).ifPresent(path -> all.put(program, path));
        }
        return new ProgramPaths(all);
    }
}
