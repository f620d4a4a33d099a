// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrText;

class AddressPhisTest {

    /** Two ways to choose an element of an array at 8200, and what is done with the choice. */
    private static final String CHOICE = """
            @memory = global [65536 x i8] zeroinitializer

            define i32 @f(i1 %%way, i32 %%a, i32 %%b) {
            entry:
              %%first = add i32 %%a, 8200
              br i1 %%way, label %%other, label %%end
            other:
              %%second = add i32 %%b, %d
              br label %%end
            end:
              %%index = phi i32 [ %%first, %%entry ], [ %%second, %%other ]
              %%element = getelementptr i8, ptr @memory, i32 %%index
              %%field = getelementptr i8, ptr getelementptr (i8, ptr @memory, i32 4), i32 %%index
              store i32 1, ptr %%element
              store i32 2, ptr %%field
              ret i32 %s
            }
            """;

    @Test
    void whatIsChosenAmongElementsIsAnAddress() throws CompilerFailure {
        assertThat(phisOfAddresses(CHOICE.formatted(12_000, "0"))).isEqualToIgnoringWhitespace("""
                define i32 @f(i1 %way, i32 %a, i32 %b) {
                entry:
                  %first = add i32 %a, 8200
                  %0 = getelementptr i8, ptr @memory, i32 %first
                  br i1 %way, label %other, label %end
                other:
                  %second = add i32 %b, 12000
                  %1 = getelementptr i8, ptr @memory, i32 %second
                  br label %end
                end:
                  %2 = phi ptr [ %0, %entry ], [ %1, %other ]
                  %index = phi i32 [ %first, %entry ], [ %second, %other ]
                  %element = getelementptr i8, ptr @memory, i32 %index
                  %3 = getelementptr i8, ptr %2, i32 4
                  %field = getelementptr i8, ptr getelementptr (i8, ptr @memory, i32 4), i32 %index
                  store i32 1, ptr %2, align 4
                  store i32 2, ptr %3, align 4
                  ret i32 0
                }
                """);
    }

    @Test
    void anIndexThatIsANumberToSomebodyElseStaysOne() throws CompilerFailure {
        assertThat(phisOfAddresses(CHOICE.formatted(8200, "%index"))).doesNotContain("phi ptr");
    }

    @Test
    void anIndexThatMayBeInNoArrayWithASymbolStaysOne() throws CompilerFailure {
        assertThat(phisOfAddresses(CHOICE.formatted(8, "0"))).doesNotContain("phi ptr");
    }

    @Test
    void aChoiceAmongChoicesIsAnAddressOnlyIfAllOfThemAre() throws CompilerFailure {
        String choices = """
                @memory = global [65536 x i8] zeroinitializer

                define void @f(i1 %%way, i32 %%a, i32 %%b, i32 %%c) {
                entry:
                  %%first = add i32 %%a, 8200
                  %%second = add i32 %%b, 8200
                  br i1 %%way, label %%left, label %%loop
                left:
                  br label %%loop
                loop:
                  %%inner = phi i32 [ %%first, %%entry ], [ %%second, %%left ], [ %%outer, %%next ]
                  br i1 %%way, label %%other, label %%next
                other:
                  %%third = add i32 %%c, %d
                  br label %%next
                next:
                  %%outer = phi i32 [ %%inner, %%loop ], [ %%third, %%other ]
                  %%element = getelementptr i8, ptr @memory, i32 %%outer
                  store i32 1, ptr %%element
                  br label %%loop
                }
                """;

        assertThat(phisOfAddresses(choices.formatted(8200)).split("phi ptr")).hasSize(3);
        assertThat(phisOfAddresses(choices.formatted(8))).doesNotContain("phi ptr");
    }

    @Test
    void whereABlockIsEnteredTwiceFromOneTheIndexStays() throws CompilerFailure {
        assertThat(phisOfAddresses("""
                @memory = global [65536 x i8] zeroinitializer

                define void @f(i32 %way, i32 %a) {
                entry:
                  %first = add i32 %a, 8200
                  switch i32 %way, label %end [ i32 1, label %end ]
                end:
                  %index = phi i32 [ %first, %entry ], [ %first, %entry ]
                  %element = getelementptr i8, ptr @memory, i32 %index
                  store i32 1, ptr %element
                  ret void
                }
                """)).doesNotContain("phi ptr");
    }

    /** The text of the function {@code f}, without LLVM's comments. */
    private static String phisOfAddresses(String text) throws CompilerFailure {
        String after = IrText.after(text, module -> new AddressPhis(module.context(), LLVM.LLVMGetNamedGlobal(module.ref(), "memory"))
                .run(LLVM.LLVMGetNamedFunction(module.ref(), "f")));
        return after.substring(after.indexOf("define")).replaceAll(" *; preds = .*", "");
    }
}
