import ChatLogs
import Testing

struct FuzzTests {
  /// A fixed linear congruential generator (Knuth, MMIX).
  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test func `every mutation of a line is a contact or damage, and its bytes are kept`() throws {
    let line = Array(ChatLogReaderTests.line.utf8)
    var random = Generator(state: 20_210_201)
    for _ in 0..<1500 {
      var bytes = line
      for _ in 0...random.next(below: 3) {
        let at = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes[at] = UInt8(random.next(below: 256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(UInt8(random.next(below: 256)), at: at)
        default:
          bytes.replaceSubrange(
            at..<bytes.count,
            with: line[random.next(below: min(at, line.count - 1) + 1)...]
          )
        }
        if bytes.isEmpty { bytes = [0] }
      }
      let items = try ChatLogReader.items(in: bytes)
      var kept = 0
      for item in items {
        switch item {
        case .contact(let contact): kept += contact.line.bytes.count
        case .damaged(let line): kept += line.bytes.bytes.count
        }
      }
      // Only white space around lines goes.
      let white = bytes.count { $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 }
      #expect(kept <= bytes.count && kept + white >= bytes.count)
    }
  }

  @Test func `random bytes are damage`() throws {
    var random = Generator(state: 5)
    for _ in 0..<300 {
      let bytes = (0..<40).map { _ in UInt8(random.next(below: 256)) }
      for case .contact in try ChatLogReader.items(in: bytes) {
        Issue.record("random bytes were read as a contact")
      }
    }
  }
}
