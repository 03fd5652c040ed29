// inlining.h — what compilers are told about the few small classes and functions that whole runs consist of.
#pragma once

/// Inlined wherever code is compiled for speed. Where it is compiled for size (most of the engine for the web) the
/// compiler decides.
#ifdef __OPTIMIZE_SIZE__
#define SLUICE_INLINE inline
#else
#define SLUICE_INLINE [[gnu::always_inline]] inline
#endif

/// For a class of one word that owns something: it is passed and returned in a register, not in memory, where the
/// compiler knows how (clang, and so the engine for the web). Who is called then ends a parameter, not who calls.
#ifdef __clang__
#define SLUICE_IN_REGISTER [[clang::trivial_abi]]
#else
#define SLUICE_IN_REGISTER
#endif
