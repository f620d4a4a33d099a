// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Suggestion;
import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Name;

/** What stands in front of a declaration and begins with {@code @}: the rules {@code gate} and {@code external-id}. */
final class GateParser {

    private static final List<String> KNOWN = List.of("since", "unstable", "deprecated", "external-id");

    private final TokenStream tokens;

    GateParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Gates gates() throws SyntaxError {
        Gates gates = Gates.NONE;
        while (tokens.accept("@")) {
            gates = with(gates, tokens.name("since, unstable or deprecated"));
        }
        return gates;
    }

    private Gates with(Gates gates, Name gate) throws SyntaxError {
        tokens.expect("(");
        Gates extended = switch (gate.text()) {
            case "since" -> new Gates(Optional.of(version()), gates.unstable(), gates.deprecated(), gates.externalId());
            case "unstable" -> new Gates(gates.since(), Optional.of(feature()), gates.deprecated(), gates.externalId());
            case "deprecated" -> new Gates(gates.since(), gates.unstable(), Optional.of(version()), gates.externalId());
            case "external-id" -> new Gates(gates.since(), gates.unstable(), gates.deprecated(), Optional.of(string()));
            default -> throw new SyntaxError(gate.position(), "WIT has no \"@%s\"".formatted(gate.text()),
                    Suggestion.remedy(gate.text(), KNOWN, "words after @"));
        };
        tokens.expect(")");
        if (extended.since().isPresent() && extended.unstable().isPresent()) {
            throw new SyntaxError(gate.position(), "a declaration is either stable since a version or unstable",
                    "Remove \"@since\" or \"@unstable\".");
        }
        return extended;
    }

    private String version() throws SyntaxError {
        field("version");
        if (!tokens.at(Kind.VERSION)) {
            throw tokens.unexpected("a version such as 1.0.0");
        }
        return tokens.advance().text();
    }

    private String feature() throws SyntaxError {
        field("feature");
        return tokens.name("the feature's name").text();
    }

    private void field(String field) throws SyntaxError {
        if (!tokens.at(Kind.NAME) || !tokens.peek().text().equals(field)) {
            throw tokens.unexpected("\"" + field + " =\"");
        }
        tokens.advance();
        tokens.expect("=");
    }

    private String string() throws SyntaxError {
        if (!tokens.at(Kind.STRING)) {
            throw tokens.unexpected("a string");
        }
        return tokens.advance().text();
    }
}
