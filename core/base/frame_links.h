// frame_links.h — since when what keeps a coroutine's frame keeps those of its callers.
#pragma once

#include "base/python_version.h"

namespace sluice {

/// 3.12: the frame of a generator or coroutine is still linked to its caller's when it is cleared (gh-96421), so that
/// the exception that ends it leads, by the frames in its traceback, to those of all who called it.
[[nodiscard]] constexpr bool coroutine_frames_lead_to_callers(PythonVersion version) { return version.minor >= 12; }

/// Until 3.10 a handler has the traceback apart from the exception, and raises it again with what it was then
/// (bpo-45711).
[[nodiscard]] constexpr bool reraising_restores_traceback(PythonVersion version) { return version.minor <= 10; }

/// Until 3.11 an exception loses, where it comes out of a coroutine that it was thrown into and the one around it is
/// handling another, what was added to its traceback since a handler had it last (`_PyErr_ChainStackItem`).
[[nodiscard]] constexpr bool throwing_loses_traceback(PythonVersion version) { return version.minor <= 11; }

}  // namespace sluice
