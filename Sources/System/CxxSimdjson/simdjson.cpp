#include "CxxSimdjson.h"

#include <new>
#include <simdjson.h>

struct luwte_json_parser {
  simdjson::dom::parser parser;
  explicit luwte_json_parser(size_t maximum) : parser(maximum) {}
};

extern "C" {

luwte_json_parser *luwte_json_parser_new(size_t maximum_bytes) {
  return new (std::nothrow) luwte_json_parser(maximum_bytes);
}

void luwte_json_parser_free(luwte_json_parser *parser) { delete parser; }

int luwte_json_parse(luwte_json_parser *parser, const uint8_t *bytes, size_t count) {
  // The caller guarantees the padding, so simdjson need not copy the text.
  return static_cast<int>(parser->parser.parse(bytes, count, false).error());
}

const uint64_t *luwte_json_tape(const luwte_json_parser *parser) {
  return parser->parser.doc.tape.get();
}

const uint8_t *luwte_json_strings(const luwte_json_parser *parser) {
  return parser->parser.doc.string_buf.get();
}

const char *luwte_json_error_message(int code) {
  return simdjson::error_message(static_cast<simdjson::error_code>(code));
}

int luwte_json_invalid_utf8(void) { return simdjson::UTF8_ERROR; }

size_t luwte_json_padding(void) { return simdjson::SIMDJSON_PADDING; }
}
