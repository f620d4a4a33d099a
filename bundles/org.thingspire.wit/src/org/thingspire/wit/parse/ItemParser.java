// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.UsePath;

/** What stands between the braces of interfaces and worlds: the rules {@code interface-items} and {@code world-items}. */
final class ItemParser {

    private final TokenStream tokens;
    private final PathParser paths;
    private final GateParser gates;
    private final FunctionParser functions;
    private final TypeBodyParser types;

    ItemParser(TokenStream tokens, PathParser paths, GateParser gates) {
        this.tokens = tokens;
        this.paths = paths;
        this.gates = gates;
        TypeParser expressions = new TypeParser(tokens);
        this.functions = new FunctionParser(tokens, expressions);
        this.types = new TypeBodyParser(tokens, expressions, functions, gates);
    }

    /** From the opening brace to after the closing one. */
    List<Item> ofInterface() throws SyntaxError {
        return tokens.block(tokens.expect("{"), this::interfaceItem);
    }

    /** From the opening brace to after the closing one. */
    List<Item> ofWorld() throws SyntaxError {
        return tokens.block(tokens.expect("{"), this::worldItem);
    }

    private Item interfaceItem() throws SyntaxError {
        String docs = tokens.peek().docs();
        Gates gatesOfItem = gates.gates();
        if (tokens.at("use")) {
            return use();
        }
        if (types.atDeclaration()) {
            return types.declaration(gatesOfItem, docs);
        }
        if (tokens.at("import") || tokens.at("export")) {
            throw new SyntaxError(tokens.position(), "an interface does not import or export",
                    "Declare the function without \"%s\"; imports and exports are for worlds.".formatted(tokens.peek().text()));
        }
        // A function named by a keyword is far more likely than a stray keyword.
        if (tokens.at(Kind.KEYWORD) && !tokens.peek(1).is(":")) {
            throw tokens.unexpected("a function or a type");
        }
        Name name = tokens.name("a function's name");
        tokens.expect(":");
        return functions.ofName(name, gatesOfItem, docs);
    }

    private Item worldItem() throws SyntaxError {
        String docs = tokens.peek().docs();
        Gates gatesOfItem = gates.gates();
        if (tokens.at("use")) {
            return use();
        }
        if (types.atDeclaration()) {
            return types.declaration(gatesOfItem, docs);
        }
        if (tokens.accept("include")) {
            return include();
        }
        if (tokens.at("import") || tokens.at("export")) {
            return extern(gatesOfItem, docs);
        }
        throw tokens.unexpected("\"import\", \"export\", \"include\", \"use\" or a type");
    }

    private Item use() throws SyntaxError {
        tokens.advance();
        UsePath from = paths.usePath("an interface");
        tokens.expect(".");
        tokens.expect("{");
        if (tokens.at("}")) {
            tokens.report(tokens.position(), "a use names at least one type", "Write its name between the braces, or remove the line.");
        }
        List<Item.UsedName> names = tokens.list("}", this::usedName);
        tokens.expect(";");
        return new Item.Use(from, names);
    }

    private Item.UsedName usedName() throws SyntaxError {
        Name name = tokens.name("a type's name");
        return new Item.UsedName(name, tokens.accept("as") ? tokens.name("another name for it") : name);
    }

    private Item include() throws SyntaxError {
        UsePath world = paths.usePath("a world");
        if (tokens.accept("with")) {
            tokens.expect("{");
            List<Item.UsedName> renamed = tokens.list("}", this::usedName);
            tokens.accept(";");
            return new Item.Include(world, renamed);
        }
        tokens.expect(";");
        return new Item.Include(world, List.of());
    }

    private Item extern(Gates gatesOfItem, String docs) throws SyntaxError {
        boolean imported = tokens.advance().is("import");
        if (!tokens.peek(1).is(":") || tokens.peek(3).is("/")) {
            UsePath path = paths.usePath("an interface");
            tokens.expect(";");
            return new Item.Extern(imported, Optional.empty(), new Item.ExternType.OfPath(path), gatesOfItem);
        }
        Name name = tokens.name("a name");
        tokens.expect(":");
        return new Item.Extern(imported, Optional.of(name), externType(name, gatesOfItem, docs), gatesOfItem);
    }

    private Item.ExternType externType(Name name, Gates gatesOfItem, String docs) throws SyntaxError {
        if (functions.atType()) {
            return new Item.ExternType.OfFunction(functions.ofName(name, gatesOfItem, docs));
        }
        if (tokens.accept("interface")) {
            return new Item.ExternType.OfInterface(ofInterface());
        }
        UsePath path = paths.usePath("a function, an interface or the name of one");
        tokens.expect(";");
        return new Item.ExternType.OfPath(path);
    }
}
