// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.thingspire.problem.Position;
import org.thingspire.problem.Suggestion;
import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;
import org.thingspire.wit.model.TypeName;
import org.thingspire.wit.parse.Reporter;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;
import org.thingspire.wit.syntax.TypeBody;
import org.thingspire.wit.syntax.TypeExpression;

/** Makes types of the model from types as they stand in files. What is wrong is reported once, and gives no type. */
final class TypeResolver {

    /** As for nested types in one place: deeper ones would end the stack of all that walks through types. */
    private static final int DEEPEST = 100;
    /** The canonical ABI passes flags in the bits of one i32 (CanonicalABI.md, "Flattening"). */
    private static final int MAX_FLAGS = 32;
    /** What a map can be asked for (WIT.md, "Item: map", {@code kt}). */
    private static final Set<Type> KEYS = EnumSet.complementOf(EnumSet.of(Primitive.F32, Primitive.F64)).stream().collect(Collectors.toSet());

    /**
     * A type.
     *
     * @param depth how many types are in each other there
     * @param resource whether it is a resource, or another name of one; {@code type} is the handle that owns it
     */
    private record Resolved(Type type, int depth, boolean resource) {
    }

    private final InterfaceScopes scopes;
    /** Empty for a type that is wrong. */
    private final Map<TypeName, Optional<Resolved>> resolved = new HashMap<>();
    private final Set<TypeName> underWay = new HashSet<>();
    private int depth;

    TypeResolver(InterfaceScopes scopes) {
        this.scopes = scopes;
    }

    /** A type where it is used. */
    Optional<Type> type(TypeScope scope, Position position, TypeExpression expression) {
        return expression(scope, position, expression).map(Resolved::type);
    }

    /** A type that the scope declares or takes over from another interface. */
    Optional<Type> named(TypeScope scope, Name name) {
        return lookUp(scope, name).map(Resolved::type);
    }

    private Optional<Resolved> lookUp(TypeScope scope, Name name) {
        TypeScope.Entry entry = scope.entries().get(name.text());
        if (entry == null) {
            scope.reporter().error(name.position(), "there is no type \"%s\" in %s".formatted(name.text(), scope.shown()),
                    Suggestion.remedy(name.text(), scope.entries().keySet(), "types"));
            return Optional.empty();
        }
        TypeName key = new TypeName(scope.owner(), name.text());
        Optional<Resolved> known = resolved.get(key);
        if (known != null) {
            return known;
        }
        if (!underWay.add(key)) {
            scope.reporter().error(name.position(), "type \"%s\" contains itself".formatted(name.text()),
                    "Refer to the inner one by something else, such as a number or a handle.");
            return Optional.empty();
        }
        Optional<Resolved> result = switch (entry) {
            case TypeScope.Entry.Declared(Item.Type type) -> deeper(scope, type.name().position(), () -> declared(scope, key, type));
            case TypeScope.Entry.Used used -> deeper(scope, used.name().position(), () -> used(scope, used));
        };
        underWay.remove(key);
        resolved.put(key, result);
        return result;
    }

    private Optional<Resolved> used(TypeScope scope, TypeScope.Entry.Used used) {
        Optional<TypeScope> from = scopes.of(scope.part(), used.from());
        if (from.isPresent() && !from.get().entries().containsKey(used.name().text())) {
            scope.reporter().error(used.name().position(), "%s has no type \"%s\"".formatted(from.get().shown(), used.name().text()),
                    Suggestion.remedy(used.name().text(), from.get().entries().keySet(), "types"));
            return Optional.empty();
        }
        return from.flatMap(other -> lookUp(other, used.name()));
    }

    private Optional<Resolved> declared(TypeScope scope, TypeName name, Item.Type declaration) {
        Position position = declaration.name().position();
        Parts parts = new Parts(scope);
        String shown = "\"" + declaration.name().text() + "\"";
        boolean resource = false;
        Type type = switch (declaration.body()) {
            case TypeBody.Alias(TypeExpression target) -> {
                Optional<Resolved> of = expression(scope, position, target);
                resource = of.filter(Resolved::resource).isPresent();
                yield parts.add(of).<Type>map(to -> new Type.Alias(name, position, to)).orElse(null);
            }
            case TypeBody.Record(List<Item.Parameter> fields) -> new Type.Record(name, position, parts.fields(fields, "record " + shown));
            case TypeBody.Variant(List<TypeBody.Case> cases) -> new Type.Variant(name, position, parts.cases(cases, "variant " + shown));
            case TypeBody.Enumeration(List<Name> cases) -> new Type.Enumeration(name, position, parts.names(cases, "enum " + shown));
            case TypeBody.Flags(List<Name> labels) -> {
                if (labels.size() > MAX_FLAGS) {
                    parts.wrong(labels.get(MAX_FLAGS).position(), "%s has %s flags, but at most %s can be passed"
                            .formatted(shown, labels.size(), MAX_FLAGS), "Divide them into several types.");
                }
                yield new Type.Flags(name, position, parts.names(labels, "flags " + shown));
            }
            case TypeBody.Resource members -> {
                resource = true;
                yield new Type.Handle(name, false);
            }
        };
        return parts.complete(type, resource);
    }

    private Optional<Resolved> expression(TypeScope scope, Position position, TypeExpression expression) {
        if (expression instanceof TypeExpression.Reference(Name name)) {
            return lookUp(scope, name);
        }
        return deeper(scope, position, () -> {
            Parts parts = new Parts(scope);
            Type type = switch (expression) {
                case TypeExpression.Simple simple -> simple.primitive();
                case TypeExpression.Reference reference -> throw new IllegalStateException("looked up above");
                case TypeExpression.Handle handle -> parts.handle(handle, lookUp(scope, handle.resource())).orElse(null);
                case TypeExpression.ListOf list -> parts.type(position, list.element())
                        .map(of -> new Type.ListOf(of, list.length())).orElse(null);
                case TypeExpression.MapOf map -> {
                    Optional<Type> key = parts.type(position, map.key());
                    Optional<Type> value = parts.type(position, map.value());
                    key.filter(of -> !KEYS.contains(resolvedAlias(of))).ifPresent(of -> parts.wrong(position,
                            "the keys of a map are bool, char, strings or whole numbers", "Take one of these as a key."));
                    yield key.isPresent() && value.isPresent() ? new Type.MapOf(key.get(), value.get()) : null;
                }
                case TypeExpression.OptionOf(TypeExpression some) -> parts.type(position, some).map(Type.OptionOf::new).orElse(null);
                case TypeExpression.ResultOf result -> new Type.ResultOf(parts.optional(position, result.ok()),
                        parts.optional(position, result.error()));
                case TypeExpression.TupleOf(List<TypeExpression> elements) -> {
                    List<Type> all = new ArrayList<>();
                    elements.forEach(element -> parts.type(position, element).ifPresent(all::add));
                    yield new Type.TupleOf(List.copyOf(all));
                }
                case TypeExpression.Channel channel -> new Type.Channel(channel.word(), parts.optional(position, channel.element()));
            };
            return parts.complete(type, false);
        });
    }

    /** What an alias stands for. */
    static Type resolvedAlias(Type type) {
        return type instanceof Type.Alias alias ? resolvedAlias(alias.target()) : type;
    }

    /** Counts how deep the resolver is in types that are in each other. */
    private Optional<Resolved> deeper(TypeScope scope, Position position, Supplier<Optional<Resolved>> work) {
        if (depth == DEEPEST) {
            tooDeep(scope.reporter(), position);
            return Optional.empty();
        }
        depth++;
        try {
            Optional<Resolved> result = work.get();
            if (result.isPresent() && result.get().depth() > DEEPEST) {
                tooDeep(scope.reporter(), position);
                return Optional.empty();
            }
            return result;
        } finally {
            depth--;
        }
    }

    private static void tooDeep(Reporter reporter, Position position) {
        reporter.error(position, "types are nested more than %s times".formatted(DEEPEST), "Make them simpler.");
    }

    /** The types in a type: it is right if all of them are. */
    private final class Parts {

        private final TypeScope scope;
        private boolean right = true;
        private int deepest;

        Parts(TypeScope scope) {
            this.scope = scope;
        }

        Optional<Type> add(Optional<Resolved> part) {
            right &= part.isPresent();
            part.ifPresent(of -> deepest = Math.max(deepest, of.depth()));
            return part.map(Resolved::type);
        }

        Optional<Type> type(Position position, TypeExpression expression) {
            return add(expression(scope, position, expression));
        }

        Optional<Type> optional(Position position, Optional<TypeExpression> expression) {
            return expression.flatMap(of -> type(position, of));
        }

        Optional<Type> handle(TypeExpression.Handle handle, Optional<Resolved> of) {
            Optional<Type> type = add(of);
            if (of.isPresent() && !of.get().resource()) {
                String done = handle.borrowed() ? "borrowed" : "owned";
                wrong(handle.resource().position(), "\"%s\" is no resource, and only handles of resources are %s"
                        .formatted(handle.resource().text(), done), "Write the type without \"%s\".".formatted(handle.borrowed() ? "borrow" : "own"));
                return Optional.empty();
            }
            return type.map(owned -> new Type.Handle(((Type.Handle) resolvedAlias(owned)).resource(), handle.borrowed()));
        }

        List<Type.Field> fields(List<Item.Parameter> fields, String shown) {
            Duplicates duplicates = new Duplicates(scope.reporter(), shown);
            List<Type.Field> all = new ArrayList<>();
            for (Item.Parameter field : fields) {
                right &= duplicates.isNew(field.name());
                type(field.name().position(), field.type()).ifPresent(type -> all.add(new Type.Field(field.name().text(), type)));
            }
            return List.copyOf(all);
        }

        List<Type.Case> cases(List<TypeBody.Case> cases, String shown) {
            Duplicates duplicates = new Duplicates(scope.reporter(), shown);
            List<Type.Case> all = new ArrayList<>();
            for (TypeBody.Case one : cases) {
                right &= duplicates.isNew(one.name());
                all.add(new Type.Case(one.name().text(), optional(one.name().position(), one.payload())));
            }
            return List.copyOf(all);
        }

        List<String> names(List<Name> names, String shown) {
            Duplicates duplicates = new Duplicates(scope.reporter(), shown);
            names.forEach(name -> right &= duplicates.isNew(name));
            return names.stream().map(Name::text).toList();
        }

        void wrong(Position position, String message, String remedy) {
            right = false;
            scope.reporter().error(position, message, remedy);
        }

        Optional<Resolved> complete(Type type, boolean resource) {
            return right && type != null ? Optional.of(new Resolved(type, deepest + 1, resource)) : Optional.empty();
        }
    }
}
