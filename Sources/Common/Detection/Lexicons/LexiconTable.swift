/// The compiled lexicon: header, distinct entries, and slots of an open-addressed hash table.
///
/// All words are little endian. A slot holds the upper 48 bits of the word's hash and the number of
/// its entry; 0 is an empty slot. The lower 32 bits of the hash, scaled to the number of slots, say
/// where to begin.
@safe
final class LexiconTable: @unchecked Sendable {
  /// `LUWTELEX` as eight bytes of ASCII.
  static let magic: UInt64 = 0x5845_4C45_5457_554C
  /// The version of the format.
  static let version: UInt32 = 1
  /// The length of the header.
  static let headerLength = 64

  private let file: MappedFile
  private let slots: UnsafePointer<UInt64>
  private let entries: UnsafePointer<UInt64>
  private let slotCount: UInt64
  private let entryCount: Int
  /// The digest of everything behind the header.
  let digest: UInt64
  /// The count of words and phrases.
  let wordCount: Int

  init(_ file: MappedFile, path: String) throws(LexiconError) {
    guard file.count >= Self.headerLength, file.word64(at: 0) == Self.magic else {
      throw .malformed(file: path)
    }
    let version = file.word32(at: 8)
    guard version == Self.version else {
      throw .version(file: path, found: version, expected: Self.version)
    }
    entryCount = Int(file.word32(at: 12))
    slotCount = file.word64(at: 16)
    wordCount = Int(truncatingIfNeeded: file.word64(at: 24))
    digest = file.word64(at: 32)
    let expected = Self.headerLength + entryCount * 8
    guard entryCount > 0, slotCount > 0, slotCount < 1 << 31,
      file.count == expected + Int(slotCount) * 8, wordCount < Int(slotCount)
    else { throw .malformed(file: path) }
    self.file = file
    let base = unsafe file.bytes.baseAddress
    guard let base = unsafe base else { throw .malformed(file: path) }
    unsafe entries = (base + Self.headerLength).assumingMemoryBound(to: UInt64.self)
    unsafe slots = (base + expected).assumingMemoryBound(to: UInt64.self)
  }

  /// Returns the entry of a hashed word; the hot kernel.
  @inline(__always)
  func entry(_ hash: UInt64) -> LexiconEntry {
    var position = ((hash & 0xFFFF_FFFF) &* slotCount) &>> 32
    let fingerprint = hash &>> 16
    while true {
      let slot = unsafe UInt64(littleEndian: slots[Int(truncatingIfNeeded: position)])
      if slot &>> 16 == fingerprint && slot != 0 {
        let number = Int(truncatingIfNeeded: slot & 0xFFFF)
        return unsafe number < entryCount
          ? LexiconEntry(packed: UInt64(littleEndian: entries[number])) : .unknown
      }
      if slot == 0 { return .unknown }
      position &+= 1
      if position == slotCount { position = 0 }
    }
  }
}
