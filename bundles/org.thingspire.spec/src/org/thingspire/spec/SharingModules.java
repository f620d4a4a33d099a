// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which modules of a script are imported from or read by it, so that they have to be compiled to share their state. */
final class SharingModules {

    private final Map<String, Integer> named = new HashMap<>();
    private final Set<Integer> sharing = new HashSet<>();
    private int latest;

    private SharingModules() {
    }

    /** The lines at which they are defined. */
    static Set<Integer> of(List<ScriptCommand> commands) {
        SharingModules modules = new SharingModules();
        commands.forEach(modules::take);
        return modules.sharing;
    }

    private void take(ScriptCommand command) {
        switch (command) {
            case ScriptCommand.Module module -> {
                latest = module.line();
                module.name().ifPresent(name -> named.put(name, latest));
            }
            case ScriptCommand.Register register -> share(register.module());
            case ScriptCommand.Get get -> share(get.module());
            default -> {}
        }
    }

    private void share(Optional<String> module) {
        sharing.add(module.map(named::get).orElse(latest));
    }
}
