// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Type;
import org.thingspire.wit.model.TypeName;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.TypeBody;

/** Makes functions of the model; those of resources get the names and the additional parameters and results they have in the ABI. */
final class FunctionResolver {

    private final TypeResolver types;
    private final TypeScope scope;

    FunctionResolver(TypeResolver types, TypeScope scope) {
        this.types = types;
        this.scope = scope;
    }

    /** Empty if one of its types is wrong, which is reported. */
    Optional<Function> function(Item.Function declaration) {
        return resolve(declaration, declaration.name().text(), List.of(), Optional.empty());
    }

    /** WIT.md, "Item: resource". */
    List<Function> ofResource(Item.Type declaration, TypeBody.Resource resource) {
        String name = declaration.name().text();
        TypeName type = new TypeName(scope.owner(), name);
        Duplicates duplicates = new Duplicates(scope.reporter(), "resource \"" + name + "\"");
        List<Function> functions = new ArrayList<>();
        for (TypeBody.Member member : resource.members()) {
            Item.Function function = member.function();
            if (!duplicates.isNew(function.name())) {
                continue;
            }
            String own = name + "." + function.name().text();
            Optional<Function> resolved = switch (member.role()) {
                case METHOD -> resolve(function, "[method]" + own, List.of(new Type.Field("self", new Type.Handle(type, true))),
                        Optional.empty());
                case STATIC -> resolve(function, "[static]" + own, List.of(), Optional.empty());
                case CONSTRUCTOR -> resolve(function, "[constructor]" + name, List.of(), Optional.of(new Type.Handle(type, false)))
                        .filter(constructor -> makes(constructor, type));
            };
            resolved.ifPresent(functions::add);
        }
        return functions;
    }

    /** Whether a constructor returns the resource, or a result with it; if not, that is reported. */
    private boolean makes(Function constructor, TypeName resource) {
        Type made = TypeResolver.resolvedAlias(constructor.result().orElseThrow());
        if (made instanceof Type.ResultOf result) {
            made = result.ok().map(TypeResolver::resolvedAlias).orElse(made);
        }
        boolean right = made.equals(new Type.Handle(resource, false));
        if (!right) {
            scope.reporter().error(constructor.position(), "a constructor returns the resource that it makes",
                    "Write no result, or \"-> result<%s, ...>\".".formatted(resource.name()));
        }
        return right;
    }

    /** @param implied the result if none is written */
    private Optional<Function> resolve(Item.Function declaration, String name, List<Type.Field> first, Optional<Type> implied) {
        Duplicates duplicates = new Duplicates(scope.reporter(), "the parameters of \"" + declaration.name().text() + "\"");
        List<Type.Field> parameters = new ArrayList<>(first);
        boolean right = true;
        for (Item.Parameter parameter : declaration.parameters()) {
            Optional<Type> type = types.type(scope, parameter.name().position(), parameter.type());
            type.ifPresent(of -> parameters.add(new Type.Field(parameter.name().text(), of)));
            right &= duplicates.isNew(parameter.name()) && type.isPresent();
        }
        Optional<Type> result = implied;
        if (declaration.result().isPresent()) {
            result = types.type(scope, declaration.name().position(), declaration.result().get());
            right &= result.isPresent();
            if (result.filter(of -> new Borrows().isIn(of)).isPresent()) {
                right = false;
                scope.reporter().error(declaration.name().position(), "\"%s\" returns a borrowed handle, which ends with the call"
                        .formatted(declaration.name().text()), "Return an own handle.");
            }
        }
        return right ? Optional.of(new Function(name, parameters, result, declaration.name().position(), declaration.docs()))
                : Optional.empty();
    }
}
