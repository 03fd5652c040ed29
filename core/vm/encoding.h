// encoding.h — str to bytes and back: utf-8, ascii and latin-1, with the usual ways to treat errors.
#pragma once

#include <string>

#include "base/value.h"

namespace sluice {

class VM;

/// `value` as the text of an option like encoding=; keeps `text` where it was not given. False: TypeError.
bool text_option(VM& vm, const Value& value, const char* function, const char* name, std::string& text);

/// text.encode(encoding, errors)
Value encode_text(VM& vm, const Value& text, const std::string& encoding, const std::string& errors);
/// bytes.decode(encoding, errors)
Value decode_bytes(VM& vm, const Value& bytes, const std::string& encoding, const std::string& errors);

/// Texts and attributes of UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError. REQUIRES: the classes
/// exist.
void install_coding_errors(VM& vm);

}  // namespace sluice
