/// What may be known of a root: everything but its bytes.
public struct RootDescription: Equatable, Sendable {
  /// Where a root is in its life.
  public enum State: String, Sendable {
    /// Makes tokens.
    case active
    /// Replaced by a later root: opens what it sealed, makes nothing new.
    case retired
    /// The bytes are gone; nothing can be remade.
    case destroyed
  }

  /// The id, such as `text-7Q3KX9M2T4`; says nothing of the bytes.
  public let id: String
  /// What it is for.
  public let purpose: KeyPurpose
  /// Where it counts: `line`, a period, a plan and period, a recipient and release.
  public let scope: String
  /// When it was made, as the caller told.
  public let created: String
  /// Where it is in its life.
  public internal(set) var state: State
  /// When it was retired or destroyed; empty while active.
  public internal(set) var ended: String

  /// What the sealed bytes are bound to, so that files can't be swapped.
  var context: [UInt8] { Array("luwte/v1|root|\(id)|\(purpose.rawValue)|\(scope)".utf8) }

  /// Whether an id can be a file's name: letters, digits and hyphens only.
  static func isPlainID(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
