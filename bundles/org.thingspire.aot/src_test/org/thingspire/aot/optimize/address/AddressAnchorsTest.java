// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrText;

class AddressAnchorsTest {

    @Test
    void anElementIsAddressedByTheSymbolOfItsArrayWhereverTheOffsetWas() throws CompilerFailure {
        assertThat(anchored("""
                @memory = global [65536 x i8] zeroinitializer

                define i32 @f(i32 %index) {
                  %sum = add i32 %index, 8200
                  %element = getelementptr i8, ptr @memory, i32 %sum
                  %field = getelementptr i8, ptr getelementptr (i8, ptr @memory, i32 8204), i32 %index
                  %read = load i32, ptr %element
                  store i32 %read, ptr %field
                  ret i32 %read
                }
                """)).contains("@memory.8200 = internal alias i8, getelementptr (i8, ptr @memory, i32 8200)").doesNotContain("@memory.8204")
                .contains("getelementptr i8, ptr @memory.8200, i32 %index");
    }

    @Test
    void anElementThatComesOutOfAPhiIsAddressedByTheSymbolOfItsArrayToo() throws CompilerFailure {
        assertThat(anchored("""
                @memory = global [65536 x i8] zeroinitializer

                define void @f(i1 %way, i32 %a, i32 %b) {
                entry:
                  %first = add i32 %a, 8200
                  br i1 %way, label %other, label %end
                other:
                  %second = add i32 %b, 8200
                  br label %end
                end:
                  %index = phi i32 [ %first, %entry ], [ %second, %other ]
                  %element = getelementptr i8, ptr @memory, i32 %index
                  store i32 1, ptr %element
                  ret void
                }
                """)).containsPattern("""
                (?s)%(\\d+) = getelementptr i8, ptr @memory.8200, i32 %a
                .*%(\\d+) = getelementptr i8, ptr @memory.8200, i32 %b
                .*phi ptr \\[ %\\1, %entry ], \\[ %\\2, %other ]
                """.strip());
    }

    @Test
    void aFieldThatFourPointersAreFollowedToHasAnAnchorOfItsOwn() throws CompilerFailure {
        assertThat(anchored(walk("", 8, 12))).containsPattern("getelementptr i8, ptr @memory.8, i32 %a\n")
                .containsPattern("getelementptr i8, ptr @memory.12, i32 %d\n").contains("getelementptr i8, ptr @memory, i32 %a\n");
    }

    @Test
    void fieldsOfFewerPointersOrTooManyFieldsHaveNone() throws CompilerFailure {
        assertThat(anchored(walk("", 8).replace("ptr @memory, i32 %d", "ptr @memory, i32 %c"))).doesNotContain("@memory.");
        assertThat(anchored(walk("", 8, 12, 16))).doesNotContain("@memory.");
    }

    @Test
    void aPointerWhoseAddressIsNeededForItselfHasNone() throws CompilerFailure {
        assertThat(anchored(walk("""
                  br i1 true, label %next, label %next2
                next:
                  br label %next2
                next2:
                  %address = phi ptr [ %d.0, %entry ], [ %c.0, %next ]
                  store i32 1, ptr %address
                """, 8))).doesNotContain("ptr @memory.8, i32 %d").doesNotContain("ptr @memory.8, i32 %c").contains("ptr @memory.8, i32 %a");
    }

    /** Follows four pointers to the given fields and the one at 0. */
    private static String walk(String end, int... fields) {
        StringBuilder text = new StringBuilder("@memory = global [65536 x i8] zeroinitializer\n"
                + "define void @f(i32 %a, i32 %b, i32 %c, i32 %d) {\nentry:\n");
        for (String pointer : List.of("%a", "%b", "%c", "%d")) {
            text.append("  %s.0 = getelementptr i8, ptr @memory, i32 %s\n  store i32 1, ptr %s.0\n".formatted(pointer, pointer, pointer));
            for (int field : fields) {
                text.append("  %s.%d = getelementptr i8, ptr %s.0, i32 %d\n  store i32 1, ptr %s.%d\n"
                        .formatted(pointer, field, pointer, field, pointer, field));
            }
        }
        return text + end + "  ret void\n}\n";
    }

    private static String anchored(String text) throws CompilerFailure {
        return IrText.after(text, module -> new AddressAnchors(module).run("memory"));
    }
}
