// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.thingspire.aot.api.InvalidModuleException;

import run.endive.wasm.Encoding;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.SectionId;

/**
 * Whether sections and function types can hold what they say they do. Endive takes a count above 2^31 for a negative one, and
 * then for none at all, and makes room for any other before it looks how much there is.
 */
final class CountChecks {

    private static final String RULE = "length out of bounds";
    private static final int FUNCTION_TYPE = 0x60;

    private final byte[] module;
    private final SectionMap map;

    CountChecks(byte[] module, SectionMap map) {
        this.module = module;
        this.map = map;
    }

    void run() throws InvalidModuleException {
        for (SectionMap.Section section : map.sections()) {
            switch (section.id()) {
                case SectionId.TYPE -> checkTypes(section);
                case SectionId.IMPORT, SectionId.FUNCTION, SectionId.TABLE, SectionId.MEMORY, SectionId.GLOBAL, SectionId.EXPORT,
                        SectionId.ELEMENT, SectionId.CODE, SectionId.DATA -> count(content(section), section);
                default -> {}
            }
        }
    }

    /** Up to the first type that is no function: what Endive makes of those is refused later. */
    private void checkTypes(SectionMap.Section section) throws InvalidModuleException {
        ByteBuffer in = content(section);
        for (long types = count(in, section); types > 0 && in.hasRemaining() && in.get() == FUNCTION_TYPE; types--) {
            skipOneByteEach(in, count(in, section));
            skipOneByteEach(in, count(in, section));
        }
    }

    private static void skipOneByteEach(ByteBuffer in, long count) {
        in.position(in.position() + (int) count);
    }

    /** A count of things that take a byte each, at least. */
    private static long count(ByteBuffer in, SectionMap.Section section) throws InvalidModuleException {
        int offset = in.position();
        long count;
        try {
            count = Encoding.readVarUInt32(in);
        } catch (WasmEngineException e) {
            throw new InvalidModuleException(offset, e.getMessage(), section.title());
        }
        if (count > in.remaining()) {
            throw new InvalidModuleException(offset, RULE, section.title());
        }
        return count;
    }

    private ByteBuffer content(SectionMap.Section section) {
        return ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN).position(section.content()).limit(section.end());
    }
}
