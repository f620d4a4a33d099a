// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/**
 * Whether a function can be called between modules: gates and links pass numbers. What stands in a module's memory means
 * nothing in another's, and handles need somebody who knows what they stand for.
 */
public final class NumbersOnly {

    private final Flattening flattening;
    /** By identity: equality would walk through types again and again. */
    private final Map<Type, Optional<String>> known = new IdentityHashMap<>();

    public NumbersOnly(Flattening flattening) {
        this.flattening = flattening;
    }

    /** What is in the way, as the end of the sentence "it ..."; empty if nothing is. */
    public Optional<String> obstacle(Function function) {
        for (Type.Field parameter : function.parameters()) {
            Optional<String> in = obstacle(parameter.type());
            if (in.isPresent()) {
                return Optional.of("takes %s in \"%s\"".formatted(in.get(), parameter.name()));
            }
        }
        Optional<String> in = function.result().flatMap(this::obstacle);
        if (in.isPresent()) {
            return Optional.of("returns " + in.get());
        }
        if (function.result().map(flattening::flatten).filter(flat -> flat.size() > Flattening.MAX_FLAT_RESULTS).isPresent()) {
            return Optional.of("returns more than one number");
        }
        return flattening.parameters(function).size() > Flattening.MAX_FLAT_PARAMS
                ? Optional.of("takes more than %s numbers".formatted(Flattening.MAX_FLAT_PARAMS)) : Optional.empty();
    }

    private Optional<String> obstacle(Type type) {
        Optional<String> before = known.get(type);
        if (before != null) {
            return before;
        }
        Optional<String> found = switch (type) {
            case Primitive primitive -> primitive == Primitive.STRING ? Optional.of("a string") : Optional.empty();
            case Type.Alias alias -> obstacle(alias.target());
            case Type.Record record -> first(record.fields().stream().map(Type.Field::type));
            case Type.TupleOf tuple -> first(tuple.elements().stream());
            case Type.Variant variant -> first(variant.cases().stream().flatMap(one -> one.payload().stream()));
            case Type.OptionOf option -> obstacle(option.some());
            case Type.ResultOf result -> first(Stream.concat(result.ok().stream(), result.error().stream()));
            case Type.ListOf list -> list.length().isPresent() ? obstacle(list.element()) : Optional.of("a list");
            case Type.MapOf map -> Optional.of("a map");
            case Type.Handle handle -> Optional.of("a handle of a resource");
            case Type.Channel channel -> Optional.of("a " + channel.word());
            case Type.Enumeration enumeration -> Optional.empty();
            case Type.Flags flags -> Optional.empty();
        };
        known.put(type, found);
        return found;
    }

    private Optional<String> first(Stream<Type> types) {
        return types.map(this::obstacle).flatMap(Optional::stream).findFirst();
    }
}
