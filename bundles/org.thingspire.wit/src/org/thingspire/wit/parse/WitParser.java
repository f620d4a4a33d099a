// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.problem.Position;
import org.thingspire.problem.Problem;
import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.PackageName;
import org.thingspire.wit.syntax.UsePath;
import org.thingspire.wit.syntax.WitFile;
import org.thingspire.wit.syntax.WitFile.NestedPackage;

/** Reads a file: the rule {@code wit-file}. Bears any text; what it can't read it reports and leaves out. */
public final class WitParser {

    private final Path path;
    private final TokenStream tokens;
    private final PathParser paths;
    private final GateParser gates;
    private final ItemParser items;
    private final List<NestedPackage> nested = new ArrayList<>();
    private Optional<PackageName> packageName = Optional.empty();
    private Position packagePosition = Position.NONE;

    private WitParser(Path path, String text, Reporter reporter) {
        this.path = path;
        this.tokens = new TokenStream(new Lexer(text, reporter).read(), reporter);
        this.paths = new PathParser(tokens);
        this.gates = new GateParser(tokens);
        this.items = new ItemParser(tokens, paths, gates);
    }

    /** @param problems takes what is wrong with the file */
    public static WitFile parse(Path path, String text, List<Problem> problems) {
        return new WitParser(path, text, new Reporter(path, problems)).file();
    }

    private WitFile file() {
        List<Optional<Declaration>> declarations = new ArrayList<>();
        while (!tokens.at(Kind.END)) {
            boolean first = declarations.isEmpty() && nested.isEmpty();
            if (tokens.at("}")) {
                tokens.declaration(() -> {
                    Token brace = tokens.advance();
                    throw new SyntaxError(brace.position(), "this brace closes nothing", "Remove it.");
                }, declarations);
            } else {
                tokens.declaration(() -> tokens.at("package") ? packageDeclaration(first) : Optional.of(declaration()), declarations);
            }
        }
        return new WitFile(path, packageName, packagePosition, declarations.stream().flatMap(Optional::stream).toList(), nested);
    }

    /** Either of the file itself, or a further one in braces. */
    private Optional<Declaration> packageDeclaration(boolean first) throws SyntaxError {
        Position word = tokens.advance().position();
        Position position = tokens.position();
        PackageName name = paths.packageName();
        if (tokens.at("{")) {
            nested.add(new NestedPackage(name, position, tokens.block(tokens.advance(), this::declaration)));
            return Optional.empty();
        }
        tokens.expect(";");
        if (!first || packageName.isPresent()) {
            throw new SyntaxError(word, "the package a file belongs to is said once, and first", "Move the line to the top of the file.");
        }
        packageName = Optional.of(name);
        packagePosition = position;
        return Optional.empty();
    }

    private Declaration declaration() throws SyntaxError {
        String docs = tokens.peek().docs();
        Gates gatesOfDeclaration = gates.gates();
        if (tokens.accept("use")) {
            UsePath of = paths.usePath("an interface");
            Name as = tokens.accept("as") ? tokens.name("another name for it") : of.name();
            tokens.expect(";");
            return new Declaration.Use(of, as);
        }
        if (tokens.accept("interface")) {
            Name name = tokens.name("a name for the interface");
            return new Declaration.Interface(name, items.ofInterface(), gatesOfDeclaration, docs);
        }
        if (tokens.accept("world")) {
            Name name = tokens.name("a name for the world");
            return new Declaration.World(name, items.ofWorld(), gatesOfDeclaration, docs);
        }
        throw tokens.unexpected("\"interface\", \"world\", \"use\" or \"package\"");
    }
}
