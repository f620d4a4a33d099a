// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.CompileException;
import org.thingspire.builder.module.CSources.Place;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.problem.Problem;
import org.thingspire.problem.Severity;

/**
 * Turns what wasm-ld prints into problems at the lines of sources.
 *
 * @param module the module that is linked, named in the problems
 */
record LinkMessages(String module, CSources sources) {

    /** A message, and the lines below it that say where. */
    private static final Pattern MESSAGE =
            Pattern.compile("(?m)^.*?(?:wasm-ld|lld): (?<kind>error|warning): (?<text>.*)(?<where>(?:\\n>>>.*)*)");
    private static final Pattern UNDEFINED = Pattern.compile("(?:(?<object>.*): )?undefined symbol: (?<symbol>\\S+).*");
    private static final Pattern DUPLICATE = Pattern.compile("duplicate symbol: (?<symbol>\\S+)");
    private static final Pattern MISMATCH = Pattern.compile("function signature mismatch: (?<symbol>\\S+)");
    private static final Pattern DEFINED = Pattern.compile("\\n>>> defined (?:as (?<type>.*) )?in (?<object>.*)");

    /** One of the objects that a message is about. */
    private record Side(String type, Path object, Optional<Place> place) {

        /** For the middle of a sentence. */
        String shown(CSources sources) {
            return place.map(sources::shown).orElse(object.getFileName().toString());
        }
    }

    /** Whether a link failed, and for want of definitions. */
    static boolean tellsOfUndefined(Command.Outcome outcome) {
        return !outcome.succeeded() && MESSAGE.matcher(outcome.output()).results()
                .anyMatch(message -> UNDEFINED.matcher(message.group("text")).matches());
    }

    List<Problem> parse(String output) {
        return MESSAGE.matcher(output).results().map(this::problem).toList();
    }

    /** The problems of a link that failed: never empty, whatever was printed. */
    List<Problem> failure(Command.Outcome failure) {
        List<Problem> problems = parse(failure.output());
        return problems.stream().anyMatch(Problem::isError) ? problems
                : List.of(problem(Severity.ERROR, sources.first(), "wasm-ld failed: " + failure.output().strip(), ""));
    }

    private Problem problem(MatchResult message) {
        String text = message.group("text");
        List<Side> sides = new ArrayList<>();
        Matcher undefined = UNDEFINED.matcher(text);
        if (undefined.matches()) {
            String symbol = undefined.group("symbol");
            Place place = Optional.ofNullable(undefined.group("object")).map(Path::of).filter(sources.byObject()::containsKey)
                    .map(object -> sources.use(object, symbol)).orElse(sources.first());
            return problem(Severity.ERROR, place, "function " + symbol + " is declared and called, but not defined",
                    "Define it, or declare it with TS_IMPORT if another module has it.");
        }
        Matcher duplicate = DUPLICATE.matcher(text);
        if (duplicate.matches() && sides(message.group("where"), duplicate.group("symbol"), sides)) {
            return problem(Severity.ERROR, sides.getLast().place().orElse(sources.first()),
                    "\"%s\" is defined here and in %s".formatted(duplicate.group("symbol"), sides.getFirst().shown(sources)),
                    "Give one of them another name, or make it static.");
        }
        Matcher mismatch = MISMATCH.matcher(text);
        if (mismatch.matches() && sides(message.group("where"), mismatch.group("symbol"), sides)) {
            return mismatch(mismatch.group("symbol"), sides);
        }
        return problem(message.group("kind").equals("error") ? Severity.ERROR : Severity.WARNING, sources.first(), text, "");
    }

    /** An error, though wasm-ld only warns: it puts a trap in place of the call. */
    private Problem mismatch(String symbol, List<Side> sides) {
        boolean firstCalls = imports(sides.getFirst().object(), symbol);
        Side caller = firstCalls ? sides.getFirst() : sides.getLast();
        Side callee = firstCalls ? sides.getLast() : sides.getFirst();
        return problem(Severity.ERROR, caller.place().orElse(sources.first()), "\"%s\" is declared here as %s, but %s has it as %s"
                .formatted(symbol, caller.type(), callee.shown(sources), callee.type()),
                "Declare it in a header that both files include: a call would trap.");
    }

    /** Whether a message named two objects; adds them to {@code sides}. */
    private boolean sides(String where, String symbol, List<Side> sides) {
        DEFINED.matcher(where).results().forEach(found -> {
            Path object = Path.of(found.group("object"));
            Optional<Place> place = sources.byObject().containsKey(object) ? Optional.of(sources.declaration(object, symbol)) : Optional.empty();
            sides.add(new Side(found.group("type"), object, place));
        });
        return sides.size() == 2;
    }

    /** Whether an object uses a function that it doesn't have. */
    private static boolean imports(Path object, String symbol) {
        try {
            return ModuleReader.links(Files.readAllBytes(object)).imports().stream().anyMatch(imported -> imported.name().equals(symbol));
        } catch (IOException | CompileException e) {
            return false; // Then the other side of the two is taken for the caller.
        }
    }

    private Problem problem(Severity severity, Place place, String message, String remedy) {
        return new Problem(severity, place.file(), place.position().line(), place.position().column(), module, message, remedy);
    }
}
