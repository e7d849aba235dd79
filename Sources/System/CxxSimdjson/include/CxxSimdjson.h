#ifndef LUWTE_CXX_SIMDJSON_H
#define LUWTE_CXX_SIMDJSON_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/// A reusable simdjson DOM parser. One thread at a time.
typedef struct luwte_json_parser luwte_json_parser;
luwte_json_parser *luwte_json_parser_new(size_t maximum_bytes);
void luwte_json_parser_free(luwte_json_parser *parser);
/// Parses one JSON value. `bytes` must be followed by `luwte_json_padding()` readable bytes.
/// Returns 0, or simdjson's error code. The tape and strings live until the next call.
int luwte_json_parse(luwte_json_parser *parser, const uint8_t *bytes, size_t count);
const uint64_t *luwte_json_tape(const luwte_json_parser *parser);
const uint8_t *luwte_json_strings(const luwte_json_parser *parser);
/// A static English sentence for an error code.
const char *luwte_json_error_message(int code);
/// The error code of a text that is not UTF-8.
int luwte_json_invalid_utf8(void);
size_t luwte_json_padding(void);
#ifdef __cplusplus
}
#endif
#endif
