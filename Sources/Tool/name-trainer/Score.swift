import Detection

/// How much of the details of annotated chats a detector covers, and what it takes without need.
struct Score {
  private var gold: [EntityKind: Int] = [:]
  private var covered: [EntityKind: Int] = [:]
  private var clean = 0
  private var contacts = 0
  private var words = 0
  private var over = 0

  /// Adds one contact.
  mutating func add(_ contact: AnnotatedContact, _ detector: Detector) {
    let (conversation, details) = contact.annotated
    var isFound = [Bool](repeating: false, count: conversation.text.count)
    for finding in detector.findings(in: conversation) {
      for byte in finding.range { isFound[byte] = true }
    }
    var isDetail = [Bool](repeating: false, count: conversation.text.count)
    var isClean = true
    for (_, range, kind) in details {
      gold[kind, default: 0] += 1
      for byte in range { isDetail[byte] = true }
      if range.allSatisfy({ isFound[$0] || conversation.text[$0] <= 32 }) {
        covered[kind, default: 0] += 1
      } else {
        isClean = false
      }
    }
    contacts += 1
    if isClean { clean += 1 }
    for message in conversation.messages {
      for word in conversation.text[message.bytes].indices.split(whereSeparator: {
        !Self.isWordByte(conversation.text[$0])
      }) where !word.contains(where: { isDetail[$0] }) {
        words += 1
        if word.contains(where: { isFound[$0] }) { over += 1 }
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  /// The figures, a kind a line.
  var lines: [String] {
    func share(_ part: Int, _ whole: Int) -> String {
      let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
      return "\(tenths / 10).\(tenths % 10) %"
    }
    var lines = EntityKind.allCases.filter { gold[$0] != nil }.map {
      "\($0.rawValue): \(covered[$0, default: 0]) of \(gold[$0, default: 0]) covered"
    }
    let all = gold.values.reduce(0, +)
    let found = covered.values.reduce(0, +)
    lines.append("all: \(found) of \(all) covered, \(share(found, all))")
    lines.append("clean contacts: \(share(clean, contacts)) of \(contacts)")
    lines.append("words replaced without need: \(share(over, words))")
    return lines
  }
}
