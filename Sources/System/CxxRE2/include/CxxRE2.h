#ifndef LUWTE_CXX_RE2_H
#define LUWTE_CXX_RE2_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/// One compiled RE2 pattern (UTF-8, linear time). Safe to use from many threads.
typedef struct luwte_re2 luwte_re2;
/// Never NULL; ask `luwte_re2_error` before use.
luwte_re2 *luwte_re2_new(const char *pattern, size_t count, int case_insensitive);
void luwte_re2_free(luwte_re2 *pattern);
/// NULL when the pattern compiled, else an English sentence that lives as long as the pattern.
const char *luwte_re2_error(const luwte_re2 *pattern);
/// The part of the pattern that the error is about; lives as long as the pattern.
const char *luwte_re2_error_part(const luwte_re2 *pattern);
int luwte_re2_groups(const luwte_re2 *pattern);
/// Searches bytes[from..<to] of a text of `count` bytes. `spans` receives 2 offsets for each of
/// `span_count` groups (group 0 is the match); -1 where a group took no part. Returns 1 on a match.
int luwte_re2_match(const luwte_re2 *pattern, const uint8_t *bytes, size_t count, size_t from,
                    size_t to, ptrdiff_t *spans, int span_count);
#ifdef __cplusplus
}
#endif
#endif
