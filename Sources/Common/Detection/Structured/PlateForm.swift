/// The form of a registration in one machine word: a byte for each group and separator.
struct PlateForm: Hashable {
  private var packed: UInt64 = 0

  init() {}

  /// Packs a form written as "L2-D3-L1": two letters, three figures, one letter.
  init(_ text: Substring) {
    var isFigure = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "L"): isFigure = false
      case UInt8(ascii: "D"): isFigure = true
      case UInt8(ascii: "-"): appendSeparator()
      default: append(isFigure: isFigure, count: Int(byte) - 0x30)
      }
    }
  }

  /// Adds a group of letters or figures.
  mutating func append(isFigure: Bool, count: Int) {
    packed = packed << 8 | UInt64(isFigure ? 0x40 : 0x80) | UInt64(min(count, 15))
  }

  /// Adds a separator, whichever it is.
  mutating func appendSeparator() { packed = packed << 8 | 0x20 }

  /// Packs a list of forms.
  static func set(_ forms: String) -> Set<PlateForm> {
    Set(forms.split { $0 == " " || $0 == "\n" }.map { PlateForm($0) })
  }
}
