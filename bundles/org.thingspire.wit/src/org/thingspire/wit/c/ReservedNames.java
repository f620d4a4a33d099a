// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that headers of interfaces must not declare: modules include or link what has them already. Only names that could come from
 * WIT are here: two words for functions, three for constants and types.
 */
final class ReservedNames {

    /** Of C23, and macros of the C library that stand where a parameter stands. */
    private static final Set<String> NO_PARAMETERS = Set.of(
            "alignas", "alignof", "alloca", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "char", "compl",
            "complex", "const", "constexpr", "continue", "default", "do", "double", "else", "enum", "errno", "extern", "false", "float",
            "for", "goto", "if", "imaginary", "inline", "int", "long", "math_errhandling", "noreturn", "not", "not_eq", "nullptr", "or",
            "or_eq", "register", "restrict", "return", "short", "signed", "sizeof", "static", "static_assert", "stderr", "stdin", "stdout",
            "struct", "switch", "thread_local", "true", "typedef", "typeof", "typeof_unqual", "union", "unsigned", "void", "volatile",
            "while", "xor", "xor_eq");

    /** C17, 7.31 "Future library directions", and what POSIX reserves for headers that a C library for WebAssembly has. */
    private static final Pattern DECLARED = Pattern.compile("""
            (?x)
              (?: ts | atomic | cnd | mtx | thrd | tss | posix | pthread | sem | va ) _ .*
            | [a-z0-9]+ _t
            | u? int _ (?: least | fast ) (?: 8 | 16 | 32 | 64 ) _t
            | cookie_ [a-z]+ _functions? _t | max_align_t | memory_order | sa_family_t | u_ (?: int \\d+ | quad ) _t
            | aligned_alloc | at_quick_exit | call_once | explicit_bzero | kill_dependency | open_w? memstream | quick_exit | rand_r
            | sched_yield | secure_getenv | static_assert | thread_local | timespec_get | typeof_unqual | arc4random_ (?: buf | uniform )
            | clock_ (?: get (?: time | res ) | nanosleep )
            | (?: asctime | ctime | getlogin | gmtime | lgamma [fl]? | localtime | strerror | strtok ) _r
            | (?: is | to | str | wcs | wct ) [a-z]+ _l
            | (?: clearerr | f [a-z]+ | (?: get | put ) w? c (?: har )? ) _unlocked
            """);

    private static final Pattern CONSTANTS = Pattern.compile("""
            (?x)
              (?: TS | ATOMIC | AT_SYMLINK | FE | L? DBL | FLT | LC | POSIX | SIG ) _ .*
            | U? INT _ (?: LEAST | FAST ) \\d+ _ (?: MAX | MIN )
            | U? LONG_LONG_ (?: MAX | MIN ) | CLOCKS_PER_SEC | CLOCK_ (?: PROCESS | THREAD ) _CPUTIME_ID
            | M_ (?: 1_PI | 2_PI | 2_SQRTPI | PI_2 | PI_4 | SQRT1_2 )
            | MB_ (?: CUR | LEN ) _MAX | (?: CHARCLASS_NAME | COLL_WEIGHTS | HOST_NAME | RE_DUP | TTY_NAME ) _MAX | O_TTY_INIT
            """);

    private ReservedNames() {
    }

    /** Whether a type, function or constant can't have the name. */
    static boolean contain(String name) {
        return DECLARED.matcher(name).matches() || CONSTANTS.matcher(name).matches();
    }

    /** Names of types end in {@code _t}, whoever declares them. */
    static boolean isNoParameter(String name) {
        return NO_PARAMETERS.contains(name) || name.endsWith("_t");
    }
}
