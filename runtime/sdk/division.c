// SPDX-License-Identifier: EPL-2.0
/* What clang calls in place of a division by zero (-fsanitize=integer-divide-by-zero): an import that the compiler of modules
   makes a trap of. Named here with its module, or the linker would miss it. A module that can't divide by zero doesn't have it. */
#define HANDLER __ubsan_handle_divrem_overflow_minimal_abort
#define TEXT(name) #name
#define NAME(name) TEXT(name)

_Noreturn __attribute__((import_module("env"), import_name(NAME(HANDLER)))) void HANDLER(void);

/* Nobody calls it, so the linker leaves it out; that it names the import is enough. */
_Noreturn void ts_sdk_divide_by_zero(void);
_Noreturn void ts_sdk_divide_by_zero(void)
{
    HANDLER();
}
