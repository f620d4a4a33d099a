// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.Arrays;
import java.util.Random;

/** Changes bytes of a module as bad storage, bad transfers and bad intentions do. */
final class Damage {

    private static final int MAX_CHANGES = 2;

    private final Random random;

    Damage(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] module) {
        byte[] damaged = module.clone();
        for (int changes = 1 + random.nextInt(MAX_CHANGES); changes > 0 && damaged.length > 0; changes--) {
            damaged = change(damaged, random.nextInt(damaged.length));
        }
        return damaged;
    }

    private byte[] change(byte[] bytes, int at) {
        return switch (random.nextInt(7)) {
            case 0 -> with(bytes, at, bytes[at] ^ 1 << random.nextInt(Byte.SIZE));
            case 1 -> with(bytes, at, random.nextInt());
            case 2 -> with(bytes, at, bytes[at] + (random.nextBoolean() ? 1 : -1));
            case 3 -> hugeNumber(bytes, at);
            case 4 -> insert(bytes, at, new byte[] {(byte) random.nextInt()});
            case 5 -> insert(Arrays.copyOf(bytes, at), at, Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 1 + random.nextInt(8)),
                    bytes.length));
            default -> insert(bytes, at, Arrays.copyOfRange(bytes, Math.max(0, at - random.nextInt(32)), at));
        };
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** A count or size of about 2^31 or 2^32, in place of what is there or before it. */
    private byte[] hugeNumber(byte[] bytes, int at) {
        byte[] number = {-1, -1, -1, -1, (byte) (random.nextBoolean() ? 0x07 : 0x0f)};
        byte[] rest = Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(2)), bytes.length);
        return insert(insert(Arrays.copyOf(bytes, at), at, number), at + number.length, rest);
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
