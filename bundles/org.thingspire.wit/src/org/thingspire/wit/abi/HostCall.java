// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import java.util.List;
import java.util.Optional;

import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Type;

/**
 * Says whether a module can call a function of the runtime. The runtime sees the module's memory, so strings and lists of bytes can be
 * taken there; giving them back would need the module's {@code cabi_realloc}, which the runtime does not call yet.
 */
public final class HostCall {

    private static final String OF_RESOURCE = "[";

    private final Flattening flattening;

    public HostCall(Flattening flattening) {
        this.flattening = flattening;
    }

    /** What is in the way, as the end of the sentence "it ..."; empty if nothing is. */
    public Optional<String> obstacle(Function function) {
        if (function.name().startsWith(OF_RESOURCE)) {
            return Optional.of("belongs to a resource");
        }
        for (Type.Field parameter : function.parameters()) {
            Optional<String> in = unsupported(parameter.type());
            if (in.isPresent()) {
                return Optional.of("takes %s in \"%s\"".formatted(in.get(), parameter.name()));
            }
        }
        if (flattening.parameters(function).size() > Flattening.MAX_FLAT_PARAMS) {
            return Optional.of("takes more than %s numbers".formatted(Flattening.MAX_FLAT_PARAMS));
        }
        return function.result().flatMap(this::inResult).map("returns "::concat);
    }

    private Optional<String> inResult(Type type) {
        if (ByteSequence.is(type)) {
            return Optional.of("a string or list, for which the module's cabi_realloc would have to be called");
        }
        Optional<String> in = unsupported(type);
        return in.isPresent() || flattening.flatten(type).size() <= Flattening.MAX_FLAT_RESULTS ? in
                : Optional.of("more than one number, for which there would have to be a return area");
    }

    /** What of a type can't be passed in either direction. */
    private static Optional<String> unsupported(Type type) {
        return ByteSequence.is(type) ? Optional.empty() : switch (type) {
            case Type.Alias alias -> unsupported(alias.target());
            case Type.Record record -> first(record.fields().stream().map(Type.Field::type).toList());
            case Type.TupleOf tuple -> first(tuple.elements());
            case Type.Variant variant -> Optional.of("a variant");
            case Type.OptionOf option -> Optional.of("an option");
            case Type.ResultOf result -> Optional.of("a result");
            case Type.ListOf list -> Optional.of("a list of something else than u8, or of fixed length,");
            case Type.MapOf map -> Optional.of("a map");
            case Type.Handle handle -> Optional.of("a handle of a resource");
            case Type.Channel channel -> Optional.of("a " + channel.word());
            default -> Optional.empty(); // one number
        };
    }

    private static Optional<String> first(List<Type> types) {
        return types.stream().flatMap(type -> unsupported(type).stream()).findFirst();
    }
}
