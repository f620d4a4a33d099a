// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.util.Map;
import java.util.concurrent.Callable;

import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.JsonLine;

import picocli.CommandLine.Option;

/** A command; has the option that all have. */
public abstract class ContextCommand implements Callable<Integer> {

    protected final Context context;

    @Option(names = "--json", description = "Print results as JSON, one object on a line.")
    protected boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    protected ContextCommand(Context context) {
        this.context = context;
    }

    public final boolean speaksJson() {
        return json;
    }

    /** A result for people; left out when machines read. */
    protected final void say(String format, Object... arguments) {
        if (!json) {
            context.console().out().printf(format + "%n", arguments);
        }
    }

    /** A result for machines; left out when people read. */
    protected final void emit(Map<String, ?> fields) {
        if (json) {
            context.console().out().println(JsonLine.of(fields));
        }
    }
}
