// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.TypeBody;
import org.thingspire.wit.syntax.TypeBody.Role;
import org.thingspire.wit.syntax.TypeExpression;

/** Declarations of types: the rule {@code typedef-item}. */
final class TypeBodyParser {

    private static final Set<String> WORDS = Set.of("type", "record", "variant", "enum", "flags", "resource");

    private final TokenStream tokens;
    private final TypeParser types;
    private final FunctionParser functions;
    private final GateParser gates;

    TypeBodyParser(TokenStream tokens, TypeParser types, FunctionParser functions, GateParser gates) {
        this.tokens = tokens;
        this.types = types;
        this.functions = functions;
        this.gates = gates;
    }

    boolean atDeclaration() {
        return WORDS.stream().anyMatch(tokens::at);
    }

    Item.Type declaration(Gates gatesOfType, String docs) throws SyntaxError {
        String word = tokens.advance().text();
        Name name = tokens.name("a name for the " + word);
        TypeBody body = switch (word) {
            case "type" -> alias();
            case "record" -> new TypeBody.Record(members(name, "a record", "field", () -> functions.parameter("a field's name")));
            case "variant" -> new TypeBody.Variant(members(name, "a variant", "case", this::variantCase));
            case "enum" -> new TypeBody.Enumeration(members(name, "an enum", "case", () -> tokens.name("a case's name")));
            case "flags" -> new TypeBody.Flags(members(name, "a flags type", "flag", () -> tokens.name("a flag's name")));
            case "resource" -> resource(name);
            default -> throw new IllegalStateException("not the beginning of a type: " + word);
        };
        return new Item.Type(name, body, gatesOfType, docs);
    }

    private TypeBody alias() throws SyntaxError {
        tokens.expect("=");
        TypeExpression target = types.type();
        tokens.expect(";");
        return new TypeBody.Alias(target);
    }

    private <T> List<T> members(Name name, String what, String member, TokenStream.Rule<T> rule) throws SyntaxError {
        tokens.expect("{");
        List<T> members = tokens.list("}", () -> {
            gates.gates();
            return rule.read();
        });
        if (members.isEmpty()) {
            tokens.report(name.position(), "%s has at least one %s".formatted(what, member),
                    "Write one between the braces, or remove \"%s\".".formatted(name.text()));
        }
        return members;
    }

    private TypeBody.Case variantCase() throws SyntaxError {
        Name name = tokens.name("a case's name");
        if (!tokens.accept("(")) {
            return new TypeBody.Case(name, Optional.empty());
        }
        TypeExpression payload = types.type();
        tokens.expect(")");
        return new TypeBody.Case(name, Optional.of(payload));
    }

    private TypeBody resource(Name name) throws SyntaxError {
        if (tokens.accept(";")) {
            return new TypeBody.Resource(List.of());
        }
        return new TypeBody.Resource(tokens.block(tokens.expect("{"), () -> member(name)));
    }

    private TypeBody.Member member(Name resource) throws SyntaxError {
        String docs = tokens.peek().docs();
        Gates gatesOfMember = gates.gates();
        Token first = tokens.peek();
        if (tokens.accept("constructor")) {
            Name here = new Name(resource.text(), first.position());
            return new TypeBody.Member(Role.CONSTRUCTOR, functions.signature(here, false, gatesOfMember, docs));
        }
        Name name = tokens.name("a function's name");
        tokens.expect(":");
        Role role = tokens.accept("static") ? Role.STATIC : Role.METHOD;
        return new TypeBody.Member(role, functions.ofName(name, gatesOfMember, docs));
    }
}
