// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Records as bytes, component by component, between two processes that run the same classes. Java's own serialization would do,
 * but for {@link OptionalLong}.
 */
final class RecordStream {

    private RecordStream() {
    }

    static void write(DataOutputStream out, Record values) throws IOException {
        try {
            for (RecordComponent component : values.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                writeValue(out, component.getAccessor().invoke(values));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("can't send a " + values.getClass().getName(), e);
        }
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case OptionalLong number -> {
                out.writeBoolean(number.isPresent());
                out.writeLong(number.orElse(0));
            }
            case String text -> out.writeUTF(text);
            case Enum<?> constant -> out.writeInt(constant.ordinal());
            case byte[] bytes -> {
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            case Record values -> write(out, values);
            default -> throw new IllegalArgumentException("can't send a " + value.getClass().getName());
        }
    }

    static <R extends Record> R read(DataInputStream in, Class<R> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readValue(in, components[i].getType());
        }
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("can't receive a " + type.getName(), e);
        }
    }

    private static Object readValue(DataInputStream in, Class<?> type) throws IOException {
        if (type == boolean.class) {
            return in.readBoolean();
        } else if (type == int.class) {
            return in.readInt();
        } else if (type == long.class) {
            return in.readLong();
        } else if (type == OptionalLong.class) {
            boolean present = in.readBoolean();
            long number = in.readLong();
            return present ? OptionalLong.of(number) : OptionalLong.empty();
        } else if (type == String.class) {
            return in.readUTF();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[in.readInt()];
        } else if (type == byte[].class) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return bytes;
        }
        return read(in, type.asSubclass(Record.class));
    }
}
