#include "CxxTOML.h"

#define TOML_EXCEPTIONS 0
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace {

void append_string(std::string &out, std::string_view text) {
  out += '"';
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
      out += escape;
    } else {
      out += static_cast<char>(c);
    }
  }
  out += '"';
}

template <typename T> void append_printed(std::string &out, const T &value) {
  std::ostringstream text;
  text << value;
  append_string(out, text.str());
}

void append(std::string &out, const toml::node &node) {
  out += "{\"l\":" + std::to_string(node.source().begin.line);
  if (auto *table = node.as_table()) {
    out += ",\"t\":\"table\",\"v\":{";
    bool first = true;
    for (auto &&[key, value] : *table) {
      if (!first) out += ',';
      first = false;
      append_string(out, key.str());
      out += ':';
      append(out, value);
    }
    out += '}';
  } else if (auto *array = node.as_array()) {
    out += ",\"t\":\"array\",\"v\":[";
    bool first = true;
    for (auto &&value : *array) {
      if (!first) out += ',';
      first = false;
      append(out, value);
    }
    out += ']';
  } else if (auto *text = node.as_string()) {
    out += ",\"t\":\"string\",\"v\":";
    append_string(out, text->get());
  } else if (auto *integer = node.as_integer()) {
    out += ",\"t\":\"integer\",\"v\":" + std::to_string(integer->get());
  } else if (auto *real = node.as_floating_point()) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.17g", real->get());
    // Infinity and NaN are TOML but not JSON; the reader sees them as text and refuses them.
    out += ",\"t\":\"float\",\"v\":";
    append_string(out, digits);
  } else if (auto *boolean = node.as_boolean()) {
    out += std::string(",\"t\":\"boolean\",\"v\":") + (boolean->get() ? "true" : "false");
  } else if (auto *date = node.as_date()) {
    out += ",\"t\":\"date\",\"v\":";
    append_printed(out, date->get());
  } else if (auto *time = node.as_time()) {
    out += ",\"t\":\"date\",\"v\":";
    append_printed(out, time->get());
  } else if (auto *moment = node.as_date_time()) {
    out += ",\"t\":\"date\",\"v\":";
    append_printed(out, moment->get());
  }
  out += '}';
}

char *copy(std::string_view text) {
  char *bytes = static_cast<char *>(std::malloc(text.size() + 1));
  if (bytes == nullptr) std::abort();
  std::memcpy(bytes, text.data(), text.size());
  bytes[text.size()] = 0;
  return bytes;
}

} // namespace

extern "C" {

luwte_toml_result luwte_toml_parse(const char *text, size_t count) {
  luwte_toml_result result{};
  toml::parse_result parsed = toml::parse(std::string_view(text, count));
  if (!parsed) {
    const toml::parse_error &error = parsed.error();
    result.error = copy(error.description());
    result.line = error.source().begin.line;
    result.column = error.source().begin.column;
    return result;
  }
  std::string json;
  append(json, parsed.table());
  result.json = copy(json);
  result.json_count = json.size();
  return result;
}

void luwte_toml_free(luwte_toml_result result) {
  std::free(result.json);
  std::free(result.error);
}
}
