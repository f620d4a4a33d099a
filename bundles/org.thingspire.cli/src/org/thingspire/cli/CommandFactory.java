// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.lang.reflect.InvocationTargetException;

import org.thingspire.cli.command.ContextCommand;
import org.thingspire.cli.console.Context;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command the {@link Context} it works in. */
record CommandFactory(Context context) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (!ContextCommand.class.isAssignableFrom(type)) {
            return CommandLine.defaultFactory().create(type);
        }
        try {
            return type.getDeclaredConstructor(Context.class).newInstance(context);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
