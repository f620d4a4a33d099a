// SPDX-License-Identifier: EPL-2.0
#pragma once

enum { CALLS = 100 };
