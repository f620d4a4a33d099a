// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>

/*
 * The console: a stream of text that threads share. What one call writes stays together.
 */

/* A whole line, which starts on a line of its own. %s text, %u decimal, %x hexadecimal (uintptr_t, all digits). */
void ts_console_line(const char *format, ...);

/* The text and a line end, on a line of its own. */
void ts_console_text_line(const char *text, size_t length);

/* Text that may be part of a line. */
void ts_console_text(const char *text, size_t length);

/* As ts_console_line, but takes no lock: for a node that is about to stop, whoever holds it. */
void ts_console_line_unlocked(const char *format, ...);
