// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.TypeExpression;

/** Types where they are used: the rule {@code ty}. */
final class TypeParser {

    /** Deeper ones are nobody's intention, and would end the stack of this parser and of all that walks through types. */
    private static final int DEEPEST = 100;

    private final TokenStream tokens;
    private int depth;

    TypeParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    TypeExpression type() throws SyntaxError {
        if (depth == DEEPEST) {
            throw new SyntaxError(tokens.position(), "types are nested more than %s times".formatted(DEEPEST),
                    "Give inner ones names of their own.");
        }
        depth++;
        try {
            return nested();
        } finally {
            depth--;
        }
    }

    private TypeExpression nested() throws SyntaxError {
        Token token = tokens.peek();
        if (token.kind() == Kind.NAME) {
            return tokens.peek(1).is("<") && token.text().equals("map") ? map() : reference(token);
        }
        Optional<Primitive> primitive = Primitive.of(token.text()).filter(any -> token.kind() == Kind.KEYWORD);
        if (primitive.isPresent()) {
            tokens.advance();
            return new TypeExpression.Simple(primitive.get());
        }
        if (token.kind() != Kind.KEYWORD) {
            throw tokens.unexpected("a type");
        }
        return switch (token.text()) {
            case "list" -> list();
            case "option" -> new TypeExpression.OptionOf(only());
            case "result" -> result();
            case "tuple" -> tuple();
            case "borrow" -> new TypeExpression.Handle(handle(), true);
            case "own" -> new TypeExpression.Handle(handle(), false);
            case "future", "stream" -> channel();
            default -> throw tokens.unexpected("a type");
        };
    }

    private TypeExpression reference(Token token) throws SyntaxError {
        if (token.text().equals("float32") || token.text().equals("float64")) {
            throw new SyntaxError(token.position(), "WIT has no type \"%s\" any more".formatted(token.text()),
                    "Write \"f%s\".".formatted(token.text().substring("float".length())));
        }
        return new TypeExpression.Reference(tokens.name("a type"));
    }

    private TypeExpression only() throws SyntaxError {
        tokens.advance();
        tokens.expect("<");
        TypeExpression type = type();
        tokens.expect(">");
        return type;
    }

    private Name handle() throws SyntaxError {
        tokens.advance();
        tokens.expect("<");
        Name resource = tokens.name("a resource");
        tokens.expect(">");
        return resource;
    }

    private TypeExpression list() throws SyntaxError {
        tokens.advance();
        tokens.expect("<");
        TypeExpression element = type();
        OptionalInt length = tokens.accept(",") ? OptionalInt.of(length()) : OptionalInt.empty();
        tokens.expect(">");
        return new TypeExpression.ListOf(element, length);
    }

    private int length() throws SyntaxError {
        Token token = tokens.peek();
        if (token.kind() != Kind.INTEGER) {
            throw tokens.unexpected("the list's length");
        }
        tokens.advance();
        try {
            int length = Integer.parseInt(token.text());
            if (length > 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // too large for an int, which is said below
        }
        throw new SyntaxError(token.position(), "a list can not have the length " + token.text(), "Write a number from 1 to 2147483647.");
    }

    private TypeExpression map() throws SyntaxError {
        tokens.advance();
        tokens.expect("<");
        TypeExpression key = type();
        tokens.expect(",");
        TypeExpression value = type();
        tokens.expect(">");
        return new TypeExpression.MapOf(key, value);
    }

    private TypeExpression result() throws SyntaxError {
        tokens.advance();
        if (!tokens.accept("<")) {
            return new TypeExpression.ResultOf(Optional.empty(), Optional.empty());
        }
        Optional<TypeExpression> ok = tokens.accept("_") ? Optional.empty() : Optional.of(type());
        Optional<TypeExpression> error = Optional.empty();
        if (tokens.accept(",")) {
            error = Optional.of(type());
        } else if (ok.isEmpty()) {
            throw tokens.unexpected("\",\" and the type of an error");
        }
        tokens.expect(">");
        return new TypeExpression.ResultOf(ok, error);
    }

    private TypeExpression tuple() throws SyntaxError {
        Token word = tokens.advance();
        tokens.expect("<");
        List<TypeExpression> elements = tokens.list(">", this::type);
        if (elements.isEmpty()) {
            throw new SyntaxError(word.position(), "a tuple has at least one type", "Write its types between < and >.");
        }
        return new TypeExpression.TupleOf(elements);
    }

    private TypeExpression channel() throws SyntaxError {
        String word = tokens.advance().text();
        if (!tokens.accept("<")) {
            return new TypeExpression.Channel(word, Optional.empty());
        }
        TypeExpression element = type();
        tokens.expect(">");
        return new TypeExpression.Channel(word, Optional.of(element));
    }
}
