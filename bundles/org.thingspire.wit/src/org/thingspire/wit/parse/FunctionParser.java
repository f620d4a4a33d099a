// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.TypeExpression;

/** Functions: the rules {@code func-type}, {@code param-list} and {@code result-list}. */
final class FunctionParser {

    private final TokenStream tokens;
    private final TypeParser types;

    FunctionParser(TokenStream tokens, TypeParser types) {
        this.tokens = tokens;
        this.types = types;
    }

    boolean atType() {
        return tokens.at("func") || tokens.at("async");
    }

    /** From {@code async} or {@code func} to after the semicolon. */
    Item.Function ofName(Name name, Gates gates, String docs) throws SyntaxError {
        boolean async = tokens.accept("async");
        tokens.expect("func");
        return signature(name, async, gates, docs);
    }

    /** From the parameters to after the semicolon. */
    Item.Function signature(Name name, boolean async, Gates gates, String docs) throws SyntaxError {
        tokens.expect("(");
        List<Item.Parameter> parameters = tokens.list(")", () -> parameter("a parameter's name"));
        Optional<TypeExpression> result = tokens.accept("->") ? Optional.of(result()) : Optional.empty();
        tokens.expect(";");
        return new Item.Function(name, parameters, result, async, gates, docs);
    }

    Item.Parameter parameter(String what) throws SyntaxError {
        Name name = tokens.name(what);
        tokens.expect(":");
        return new Item.Parameter(name, types.type());
    }

    private TypeExpression result() throws SyntaxError {
        if (tokens.at("(")) {
            throw new SyntaxError(tokens.position(), "a function has at most one result, and it has no name",
                    "Write \"-> tuple<...>\", or declare a record for several.");
        }
        return types.type();
    }
}
