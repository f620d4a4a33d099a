// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.testing.Patience;

/** Modules that claim to be huge, or are so only to hurt. None may take long, and none may take much memory. */
@Timeout(Patience.SECONDS)
class ModuleLimitsTest {

    private static final int[] ONE_FUNCTION = {1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0};
    private static final int START_SECTION = 8;
    private static final int[] HUGE = {0xff, 0xff, 0xff, 0xff, 0x0f};

    @Test
    void blocksCanBeNestedFarButNotWithoutEnd() throws Exception {
        assertThat(AotCompiler.compile(nested(0x02, 9_000), CodeTarget.CORTEX_M3, CompileOptions.named("deep")).object()).isNotEmpty();

        assertThatThrownBy(() -> compile(nested(0x02, 100_000))).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageMatching("function f0 at offset 0x[0-9a-f]+ has 10001 blocks within each other; at most 10000 are supported");
    }

    @Test
    void loopsCanBeNestedLess() {
        assertThatThrownBy(() -> compile(nested(0x03, 5_000))).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("has 1001 loops within each other; at most 1000");
    }

    @Test
    void aFunctionThatIsFarTooLongIsNotEvenRead() {
        assertThatThrownBy(() -> compile(nested(0x02, 1_000_000))).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("has 3000002 bytes; at most 1000000");
    }

    @Test
    void manyParametersAreTooMany() {
        ByteArrayOutputStream type = bytes(1, 0x60);
        writeUnsigned(type, 100_000);
        for (int i = 0; i < 100_000; i++) {
            type.write(0x7f);
        }
        type.write(0);

        assertThatThrownBy(() -> compile(module(section(1, type), bytes(3, 2, 1, 0), body(bytes(0, 0x0b)))))
                .isInstanceOf(UnsupportedModuleException.class).hasMessage("function f0 has 100000 parameters; at most 1000 are supported");
    }

    @Test
    void aBranchToAMillionPlacesIsTooMuch() {
        ByteArrayOutputStream code = bytes(0, 0x41, 0, 0x0e);
        writeUnsigned(code, 900_000);
        code.writeBytes(new byte[900_001]);
        code.write(0x0b);

        assertThatThrownBy(() -> compile(module(bytes(ONE_FUNCTION), body(code)))).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("branches to 900001 places; at most 65520");
    }

    @Test
    void aBranchToMorePlacesThanTheFileHoldsIsInvalid() {
        ByteArrayOutputStream code = bytes(0, 0x41, 0, 0x0e);
        code.writeBytes(bytes(HUGE).toByteArray());
        code.writeBytes(bytes(0, 0x0b).toByteArray());

        assertThatThrownBy(() -> compile(module(bytes(ONE_FUNCTION), body(code)))).isInstanceOf(InvalidModuleException.class)
                .hasMessageContaining("function f0").hasMessageContaining("length out of bounds");
    }

    @Test
    void localsWithoutEndAreInvalid() {
        ByteArrayOutputStream code = bytes(1);
        code.writeBytes(bytes(HUGE).toByteArray());
        code.writeBytes(bytes(0x7f, 0x0b).toByteArray());

        assertThatThrownBy(() -> compile(module(bytes(ONE_FUNCTION), body(code)))).isInstanceOf(CompileException.class)
                .hasMessageContaining("locals");
    }

    @Test
    void aMemoryOfFourGigabytesSaysHowMuchIsSupported() {
        assertThatThrownBy(() -> compile(module(bytes(5, 5, 1, 0, 0x80, 0x80, 0x04)))).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("starts with 65536 pages of memory; at most 16384");
    }

    @Test
    void countsAndLengthsThatTheFileDoesNotHoldAreInvalidInEverySection() {
        for (int section = 1; section <= 11; section++) {
            if (section == START_SECTION) {
                continue; // holds a function's number
            }
            byte[] wasm = module(section(section, bytes(HUGE)));
            InvalidModuleException refusal = catchThrowableOfType(InvalidModuleException.class, () -> compile(wasm));
            assertThat(refusal).as("section %d", section).isNotNull();
            assertThat(refusal.offset()).isBetween(0L, (long) wasm.length);
        }
    }

    private static CompiledObject compile(byte[] wasm) throws CompileException {
        return AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, CompileOptions.named("limits"));
    }

    /** A function with that many blocks or loops within each other. */
    private static byte[] nested(int opcode, int depth) {
        ByteArrayOutputStream code = bytes(0);
        for (int i = 0; i < depth; i++) {
            code.writeBytes(new byte[] {(byte) opcode, 0x40});
        }
        for (int i = 0; i <= depth; i++) {
            code.write(0x0b);
        }
        return module(bytes(ONE_FUNCTION), body(code));
    }

    private static byte[] module(ByteArrayOutputStream... sections) {
        ByteArrayOutputStream module = bytes(0, 'a', 's', 'm', 1, 0, 0, 0);
        for (ByteArrayOutputStream section : sections) {
            module.writeBytes(section.toByteArray());
        }
        return module.toByteArray();
    }

    private static ByteArrayOutputStream body(ByteArrayOutputStream content) {
        ByteArrayOutputStream bodies = bytes(1);
        writeUnsigned(bodies, content.size());
        bodies.writeBytes(content.toByteArray());
        return section(10, bodies);
    }

    private static ByteArrayOutputStream section(int id, ByteArrayOutputStream content) {
        ByteArrayOutputStream section = bytes(id);
        writeUnsigned(section, content.size());
        section.writeBytes(content.toByteArray());
        return section;
    }

    private static ByteArrayOutputStream bytes(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int value : values) {
            out.write(value);
        }
        return out;
    }

    private static void writeUnsigned(ByteArrayOutputStream out, int value) {
        int rest = value;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            out.write(rest & 0x7f | 0x80);
        }
        out.write(rest);
    }
}
