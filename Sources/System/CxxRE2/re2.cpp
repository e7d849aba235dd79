#include "CxxRE2.h"

#include <re2/re2.h>

struct luwte_re2 {
  RE2 pattern;
  luwte_re2(re2::StringPiece text, const RE2::Options &options) : pattern(text, options) {}
};

extern "C" {

luwte_re2 *luwte_re2_new(const char *pattern, size_t count, int case_insensitive) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(case_insensitive == 0);
  options.set_max_mem(64 << 20);
  return new luwte_re2(re2::StringPiece(pattern, count), options);
}

void luwte_re2_free(luwte_re2 *pattern) { delete pattern; }

const char *luwte_re2_error(const luwte_re2 *pattern) {
  return pattern->pattern.ok() ? nullptr : pattern->pattern.error().c_str();
}

const char *luwte_re2_error_part(const luwte_re2 *pattern) {
  return pattern->pattern.error_arg().c_str();
}

int luwte_re2_groups(const luwte_re2 *pattern) {
  return pattern->pattern.NumberOfCapturingGroups();
}

int luwte_re2_match(const luwte_re2 *pattern, const uint8_t *bytes, size_t count, size_t from,
                    size_t to, ptrdiff_t *spans, int span_count) {
  constexpr int limit = 16;
  re2::StringPiece groups[limit];
  if (span_count > limit) span_count = limit;
  const char *base = reinterpret_cast<const char *>(bytes);
  if (!pattern->pattern.Match(re2::StringPiece(base, count), from, to, RE2::UNANCHORED, groups,
                              span_count))
    return 0;
  for (int i = 0; i < span_count; i++) {
    bool took_part = groups[i].data() != nullptr;
    spans[2 * i] = took_part ? groups[i].data() - base : -1;
    spans[2 * i + 1] = took_part ? spans[2 * i] + static_cast<ptrdiff_t>(groups[i].size()) : -1;
  }
  return 1;
}
}
