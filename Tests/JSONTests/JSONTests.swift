import JSON
import Testing

struct JSONTests {
  @Test func `a tape gives back members, elements and scalars in order`() throws {
    let parser = try JSONParser()
    let seen = try parser.parse(#"{"a":[1,-2,2.5,true,null,"\u00e9"],"b":{"c":"d"}}"#) { root in
      var kinds: [JSONValue.Kind] = []
      root["a"]?.forEachElement { kinds.append($0.kind) }
      return (kinds, root["b"]?["c"]?.string, root["z"] == nil)
    }
    #expect(seen.0 == [.integer, .integer, .number, .boolean, .null, .string])
    #expect(seen.1 == "d")
    #expect(seen.2)
  }

  @Test(arguments: ["{", #"{"a":}"#, "[1,]", "\u{0}", #""\ud800""#, "nul", ""])
  func `a malformed text is refused`(text: String) throws {
    let parser = try JSONParser()
    #expect(throws: JSONError.self) { try parser.parse(text) { _ in } }
  }

  @Test func `the writer escapes what RFC 8259 demands`() {
    var json = JSONWriter()
    json.beginObject()
    json.key("a\"b")
    json.string("\u{1}\n\\é")
    json.key("n")
    json.beginArray()
    json.integer(-3)
    json.number(0.125, decimals: 2)
    json.number(-0.001, decimals: 2)
    json.boolean(false)
    json.null()
    json.endArray()
    json.endObject()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a\"b":"\u0001\n\\é","n":[-3,0.13,0.00,false,null]}"#
    )
  }

  @Test func `indented JSON has a member a line`() {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.integer(1)
    json.beginObject()
    json.endObject()
    json.endArray()
    json.key("b")
    json.string("x")
    json.endObject()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == """
        {
          "a": [
            1,
            {}
          ],
          "b": "x"
        }
        """
    )
  }

  @Test func `a string from bytes escapes as one from text does`() {
    for text in ["", "\"", "a\"", "\nb", "\u{1}\u{2}", "é\\🙂", "plain"] {
      var one = JSONWriter()
      one.string(text)
      var other = JSONWriter()
      other.string(utf8: Array(text.utf8)[...])
      #expect(one.bytes == other.bytes)
    }
  }

  @Test func `escapes that were written become what was meant`() {
    for text in ["", "a\nb", "\"\\\"", "\u{0}\u{1F}\u{7}x", "\r\t\\n", "é\\\\u0041🙂", "plain"] {
      var json = JSONWriter()
      json.string(text)
      let plain = JSONWriter.withoutEscapes(json.bytes[...])
      #expect(plain == Array("\"\(text)\"".utf8))
    }
    let cut = Array("a\\".utf8)
    #expect(JSONWriter.withoutEscapes(cut[...]) == cut)
  }
}
