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

  @Test func `whole numbers are written to their last digit`() {
    var numbers = [0, .max, .min, .min + 1, 9, 10, 11, 99, 100, 101, 1_000_000_007]
    var power = 1
    for _ in 0..<18 {
      power *= 10
      numbers += [power - 1, power, power + 1]
    }
    for number in numbers.flatMap({ [$0, 0 &- $0] }) {
      var json = JSONWriter()
      json.integer(number)
      #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
    }
  }

  @Test(arguments: [
    (0, 0, "0"), (0, 3, "0.000"), (2.5, 0, "3"), (-2.5, 0, "-3"), (-0.4, 0, "0"), (7, 1, "7.0"),
    (12.05, 2, "12.05"), (-3.25, 1, "-3.3"), (0.001, 3, "0.001"), (1.0004, 3, "1.000"),
    (99.995, 1, "100.0"), (1_234_567.5, 4, "1234567.5000"), (0.000001, 6, "0.000001"),
  ])
  func `a number has all its decimals`(number: Double, decimals: Int, text: String) {
    var json = JSONWriter()
    json.number(number, decimals: decimals)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test func `a plain key and a prepared member are as written in full`() {
    for isList in [false, true] {
      var one = JSONWriter()
      one.beginObject()
      one.key("a_1")
      one.integer(1)
      one.key("b")
      if isList { one.beginArray() }
      one.string("x\"y")
      if isList { one.endArray() }
      one.key("c")
      one.null()
      one.endObject()
      var other = JSONWriter()
      other.beginObject()
      other.key(plain: "a_1")
      other.integer(1)
      other.member(JSONText(member: "b", "x\"y", inList: isList))
      other.key(plain: "c")
      other.null()
      other.endObject()
      #expect(other.bytes == one.bytes)
    }
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
