// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.CompilerFailure;

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

    private static String anchored(String text) throws CompilerFailure {
        return IrText.after(text, module -> new AddressAnchors(module).run("memory"));
    }
}
