// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/** Makes core types of the types of interfaces (CanonicalABI.md, "Flattening"). */
public final class Flattening {

    /** With more values than this, parameters are passed through memory. */
    static final int MAX_FLAT_PARAMS = 16;
    /** With more values than this, the result is passed through memory. */
    static final int MAX_FLAT_RESULTS = 1;

    /** More than fit anyhow: longer lists of core types are cut off here, so that no type takes long. */
    private static final int ENOUGH = MAX_FLAT_PARAMS + 1;

    /** By identity: equality would walk through types again and again. */
    private final Map<Type, List<CoreType>> known = new IdentityHashMap<>();

    /** The type that the function has in a module that imports or exports it. */
    public CoreSignature signature(Function function, Direction direction) {
        List<CoreType> parameters = parameters(function);
        List<CoreType> results = flatten(function.result());
        if (parameters.size() > MAX_FLAT_PARAMS) {
            parameters = List.of(CoreType.I32); // where they are
        }
        if (results.size() <= MAX_FLAT_RESULTS) {
            return new CoreSignature(parameters, results);
        }
        if (direction == Direction.EXPORT) {
            return new CoreSignature(parameters, List.of(CoreType.I32)); // where they are
        }
        List<CoreType> withPlace = new ArrayList<>(parameters);
        withPlace.add(CoreType.I32); // where to put them
        return new CoreSignature(withPlace, List.of());
    }

    /** The core types of all parameters, before it is known whether they are too many. */
    List<CoreType> parameters(Function function) {
        return flattenAll(function.parameters().stream().map(Type.Field::type).toList());
    }

    /** The core types of a value; cut off after more of them than are ever passed. */
    List<CoreType> flatten(Type type) {
        List<CoreType> before = known.get(type);
        if (before != null) {
            return before;
        }
        List<CoreType> flat = List.copyOf(switch (type) {
            case Primitive primitive -> primitive(primitive);
            case Type.Alias alias -> flatten(alias.target());
            case Type.Record record -> flattenAll(record.fields().stream().map(Type.Field::type).toList());
            case Type.TupleOf tuple -> flattenAll(tuple.elements());
            case Type.Variant variant -> cases(variant.cases().stream().map(Type.Case::payload).toList());
            case Type.OptionOf option -> cases(List.of(Optional.empty(), Optional.of(option.some())));
            case Type.ResultOf result -> cases(List.of(result.ok(), result.error()));
            case Type.ListOf list when list.length().isPresent() -> repeated(flatten(list.element()), list.length().getAsInt());
            case Type.ListOf list -> List.of(CoreType.I32, CoreType.I32);
            case Type.MapOf map -> List.of(CoreType.I32, CoreType.I32);
            case Type.Enumeration enumeration -> List.of(CoreType.I32);
            case Type.Flags flags -> List.of(CoreType.I32);
            case Type.Handle handle -> List.of(CoreType.I32);
            case Type.Channel channel -> List.of(CoreType.I32);
        });
        known.put(type, flat);
        return flat;
    }

    private List<CoreType> flatten(Optional<Type> type) {
        return type.map(this::flatten).orElse(List.of());
    }

    private static List<CoreType> primitive(Primitive primitive) {
        return switch (primitive) {
            case BOOL, S8, U8, S16, U16, S32, U32, CHAR -> List.of(CoreType.I32);
            case S64, U64 -> List.of(CoreType.I64);
            case F32 -> List.of(CoreType.F32);
            case F64 -> List.of(CoreType.F64);
            case STRING -> List.of(CoreType.I32, CoreType.I32);
        };
    }

    private List<CoreType> flattenAll(List<Type> types) {
        List<CoreType> flat = new ArrayList<>();
        for (Type type : types) {
            flat.addAll(flatten(type));
            if (flat.size() >= ENOUGH) {
                return flat.subList(0, ENOUGH);
            }
        }
        return flat;
    }

    private static List<CoreType> repeated(List<CoreType> element, int times) {
        List<CoreType> flat = new ArrayList<>();
        for (int i = 0; i < times && flat.size() < ENOUGH; i++) {
            flat.addAll(element);
        }
        return flat.subList(0, Math.min(flat.size(), ENOUGH));
    }

    /** The number of the case, then types that have room for the payload of each case. */
    private List<CoreType> cases(List<Optional<Type>> payloads) {
        List<CoreType> joined = new ArrayList<>();
        for (Optional<Type> payload : payloads) {
            List<CoreType> flat = flatten(payload);
            for (int i = 0; i < flat.size(); i++) {
                if (i < joined.size()) {
                    joined.set(i, join(joined.get(i), flat.get(i)));
                } else {
                    joined.add(flat.get(i));
                }
            }
        }
        joined.addFirst(CoreType.I32);
        return joined.subList(0, Math.min(joined.size(), ENOUGH));
    }

    /** The type that has room for values of both, as cases of a variant share it (CanonicalABI.md, {@code join}). */
    private static CoreType join(CoreType a, CoreType b) {
        if (a == b) {
            return a;
        }
        boolean inFourBytes = (a == CoreType.I32 || a == CoreType.F32) && (b == CoreType.I32 || b == CoreType.F32);
        return inFourBytes ? CoreType.I32 : CoreType.I64;
    }
}
