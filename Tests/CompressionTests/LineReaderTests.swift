import Compression
import Testing

struct LineReaderTests {
  private func lines(_ bytes: [UInt8], limit: Int = 64 << 20) throws -> [String] {
    let reader = LineReader(InputFile(bytes: bytes), limit: limit)
    var result: [String] = []
    while let line = try reader.next() {
      switch line {
      case .whole(let range):
        result.append("\(reader.number) " + String(decoding: reader.buffer[range], as: UTF8.self))
        #expect(range.upperBound + 64 <= reader.buffer.count)
      case .piece(let range, let isLast):
        result.append("\(reader.number) \(range.count)\(isLast ? "." : "…")")
      case .cut(let range, let error): result.append("\(reader.number) cut \(range.count) \(error)")
      }
    }
    return result
  }

  @Test(arguments: [
    ("", []),
    ("\n", ["1 "]),
    ("a", ["1 a"]),
    ("a\n", ["1 a"]),
    ("a\n\nb", ["1 a", "2 ", "3 b"]),
  ])
  func `lines end at a line feed or at the end of the input`(text: String, wanted: [String]) throws
  {
    #expect(try lines(Array(text.utf8)) == wanted)
  }

  @Test func `a line above the limit comes in pieces and the next line is whole`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 25)
    let bytes = Array("a\n".utf8) + long + Array("\nb\n".utf8)
    let result = try lines(bytes, limit: 10)
    #expect(result.first == "1 a" && result.last == "3 b")
    let pieces = result.dropFirst().dropLast()
    let sizes = pieces.compactMap { Int($0.dropFirst(2).dropLast()) }
    #expect(sizes.reduce(0, +) == 25)
    #expect(pieces.last?.hasSuffix(".") == true)
    #expect(pieces.allSatisfy { $0.hasPrefix("2 ") })
  }

  @Test func `a line of exactly the limit is whole`() throws {
    #expect(try lines(Array("0123456789\n".utf8), limit: 10) == ["1 0123456789"])
    #expect(try lines(Array("0123456789".utf8), limit: 10) == ["1 0123456789"])
  }

  @Test func `lines far beyond the first buffer stay whole`() throws {
    let text = (0..<3).map { String(repeating: "\($0)", count: 700_000) }
    let result = try lines(Array(text.joined(separator: "\n").utf8))
    #expect(result == text.enumerated().map { "\($0 + 1) \($1)" })
  }

  @Test(arguments: [64 << 20, 5 << 20])
  func `a line of many megabytes gives its memory back`(limit: Int) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 6 << 20)
    let short = [UInt8](repeating: UInt8(ascii: "y"), count: 900_000)
    var bytes = long
    for _ in 0..<20 {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: short)
    }
    let input = InputFile(bytes: bytes + Array("\nb".utf8))
    let reader = LineReader(input, limit: limit)
    var sizes: [Int] = []
    while let line = try reader.next() {
      switch line {
      case .whole(let range), .piece(let range, _): sizes.append(range.count)
      case .cut: Issue.record("a whole input was cut")
      }
    }
    #expect(sizes.reduce(0, +) == long.count + 20 * 900_000 + 1)
    #expect(sizes.suffix(2) == [900_000, 1])
    #expect(reader.buffer.count < 5 << 20)
  }

  @Test(arguments: [6 << 20, 70_000])
  func `a line's memory goes back when it is asked for, and no line is lost`(length: Int) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    let reader = LineReader(InputFile(bytes: long + Array("\nab\n\ncd".utf8)))
    var lines: [[UInt8]] = []
    while case .whole(let range) = try reader.next() {
      lines.append(Array(reader.buffer[range]))
      reader.release()
      #expect(reader.buffer.count < 1 << 20)
      reader.release()
    }
    #expect(lines == [long, Array("ab".utf8), [], Array("cd".utf8)])
    #expect(reader.number == 4 && reader.offset == length + 7)
  }

  @Test func `a cut gzip stream gives its lines and then the rest`() throws {
    let text = (0..<2000).map { "regel \($0 &* 2_654_435_761)" }.joined(separator: "\n")
    let bytes = try Gzip.compress(Array(text.utf8))
    let result = try lines(Array(bytes.dropLast(1000)))
    #expect(result.count > 10)
    #expect(result.dropLast().allSatisfy { $0.contains("regel") })
    #expect(result.last?.contains("cut") == true)
  }
}
