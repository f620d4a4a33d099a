// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import java.util.ArrayList;
import java.util.List;

import org.thingspire.problem.Position;
import org.thingspire.wit.parse.Token.Kind;
import org.thingspire.wit.syntax.Name;

/** The tokens of a file, and the place up to which they were read. Never moves past the end. */
final class TokenStream {

    /** A rule of the grammar. */
    interface Rule<T> {
        T read() throws SyntaxError;
    }

    private final List<Token> tokens;
    private final Reporter reporter;
    private int next;

    TokenStream(List<Token> tokens, Reporter reporter) {
        this.tokens = tokens;
        this.reporter = reporter;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Position position() {
        return peek().position();
    }

    Token advance() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean at(String word) {
        return peek().is(word);
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean accept(String word) {
        boolean there = at(word);
        if (there) {
            advance();
        }
        return there;
    }

    Token expect(String word) throws SyntaxError {
        if (at(word)) {
            return advance();
        }
        if (word.equals(";") && next > 0 && beginsLine()) {
            Token last = tokens.get(next - 1); // the next line is not to blame
            throw new SyntaxError(last.position(), "a \";\" is missing after " + last.shown(), "");
        }
        throw unexpected("\"" + word + "\"");
    }

    /** @param what for messages: {@code a name for the interface} */
    Name name(String what) throws SyntaxError {
        Token token = peek();
        if (token.kind() == Kind.KEYWORD) {
            throw new SyntaxError(token.position(), "here should be %s, but \"%s\" is a word of WIT itself".formatted(what, token.text()),
                    "Write \"%" + token.text() + "\" to use it as a name.");
        }
        if (token.kind() != Kind.NAME) {
            throw unexpected(what);
        }
        advance();
        return new Name(token.text(), token.position());
    }

    SyntaxError unexpected(String wanted) {
        return new SyntaxError(position(), "here should be %s, not %s".formatted(wanted, peek().shown()), "");
    }

    /** For what is wrong with something that was read to its end: a {@link SyntaxError} would leave out the next declaration, too. */
    void report(Position position, String message, String remedy) {
        reporter.error(position, message, remedy);
    }

    /** What stands between braces: as many of {@code rule} as there are; a wrong one is reported, the others are read. */
    <T> List<T> block(Token open, Rule<T> rule) throws SyntaxError {
        List<T> all = new ArrayList<>();
        while (!at("}")) {
            if (at(Kind.END)) {
                throw new SyntaxError(open.position(), "this brace is never closed", "Write \"}\" after what belongs to it.");
            }
            declaration(rule, all);
        }
        advance();
        return all;
    }

    /** One declaration; if it is wrong, reading goes on where the next one seems to begin. */
    <T> void declaration(Rule<T> rule, List<T> into) {
        int start = next;
        try {
            into.add(rule.read());
        } catch (SyntaxError e) {
            e.reportTo(reporter);
            skipDeclaration(start);
        }
    }

    /** Members with commas between them, up to the closing sign, which is read too. A wrong member is reported, the others are read. */
    <T> List<T> list(String close, Rule<T> rule) throws SyntaxError {
        List<T> all = new ArrayList<>();
        while (!accept(close)) {
            try {
                all.add(rule.read());
                if (!at(close) && !accept(",")) {
                    throw unexpected("\",\" or \"" + close + "\"");
                }
            } catch (SyntaxError e) {
                if (!skipMember(close)) {
                    throw e;
                }
                e.reportTo(reporter);
            }
        }
        return all;
    }

    /** To after the next comma, or to the closing sign; says whether there is one before the declaration ends. */
    private boolean skipMember(String close) {
        int depth = 0;
        for (int i = next; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (depth == 0 && (token.is(",") || token.is(close))) {
                next = token.is(",") ? i + 1 : i;
                return true;
            }
            if (token.is("(") || token.is("<") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is(">") || token.is("}")) {
                depth--;
            }
            if (depth < 0 || token.is(";")) {
                return false;
            }
        }
        return false;
    }

    /** To after the declaration's semicolon or braces, or to the keyword that begins the next, but past {@code start} in any case. */
    private void skipDeclaration(int start) {
        if (next == start && !at("}")) {
            advance();
        }
        while (!at(Kind.END) && !at("}")) {
            Token token = peek();
            if (token.kind() == Kind.KEYWORD && Keywords.declares(token.text()) && beginsLine()) {
                return;
            }
            advance();
            if (token.is(";")) {
                return;
            }
            if (token.is("{")) {
                skipBraces();
                return;
            }
        }
    }

    private boolean beginsLine() {
        return next == 0 || tokens.get(next - 1).position().line() < position().line();
    }

    private void skipBraces() {
        int depth = 1;
        while (depth > 0 && !at(Kind.END)) {
            Token token = advance();
            if (token.is("{")) {
                depth++;
            } else if (token.is("}")) {
                depth--;
            }
        }
    }
}
