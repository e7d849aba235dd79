/// What a line of a chat log came to.
public enum ChatLogItem: Sendable {
  /// A contact.
  case contact(RawContact)
  /// A line, or a part of one, for quarantine.
  case damaged(DamagedLine)
}

/// A line that is not a contact, or a piece of one, with its bytes for quarantine.
public struct DamagedLine: Sendable {
  /// Where it stands.
  public let position: InputPosition
  /// What is wrong.
  public let damage: LineDamage
  /// The bytes as delivered, without the line feed.
  ///
  /// For a damaged gzip stream: what could be read of its last line, perhaps nothing; the rest is
  /// only in the file itself.
  public let bytes: Withheld
  /// Which piece of a line above the limit this is, 0-based; 0 for all others.
  public let piece: Int
  /// Tells whether more pieces of the same line follow; count a line when this is `false`.
  public let isContinued: Bool

  init(
    position: InputPosition,
    damage: LineDamage,
    bytes: Withheld,
    piece: Int = 0,
    isContinued: Bool = false
  ) {
    self.position = position
    self.damage = damage
    self.bytes = bytes
    self.piece = piece
    self.isContinued = isContinued
  }

  /// Tells whether nothing behind this place of the input could be read.
  public var endsInput: Bool {
    switch damage {
    case .emptyInput, .truncatedGzip, .corruptGzip, .gzipChecksum: true
    default: false
    }
  }
}
