#ifndef LUWTE_CXX_TOML_H
#define LUWTE_CXX_TOML_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/// What a TOML text became: a JSON rendering, or an error with its place.
typedef struct {
  /// JSON text. Every value is {"l":line,"t":type,"v":value}; types are
  /// "table", "array", "string", "integer", "float", "boolean" and "date". NULL after an error.
  char *json;
  size_t json_count;
  /// An English sentence, or NULL.
  char *error;
  uint32_t line;
  uint32_t column;
} luwte_toml_result;
luwte_toml_result luwte_toml_parse(const char *text, size_t count);
void luwte_toml_free(luwte_toml_result result);
#ifdef __cplusplus
}
#endif
#endif
