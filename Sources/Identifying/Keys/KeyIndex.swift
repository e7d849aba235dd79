import Cryptography
import JSON

/// The index of a keyring, `keyring.json`: what is known of each root, and no secret.
struct KeyIndex {
  static let format = "luwte-keyring/v1"
  static let fileName = "keyring.json"

  var isTestOnly: Bool
  var method: String
  var salt: [UInt8]
  var cost: Scrypt.Cost
  /// A sealed nothing that tells whether the passphrase or key file is the right one.
  var check: [UInt8]
  var roots: [RootDescription]

  /// The bytes of the index, the same for the same content.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("format")
    writer.string(Self.format)
    writer.key("test_only")
    writer.boolean(isTestOnly)
    writer.key("sealed_by")
    writer.string(method)
    writer.key("salt")
    writer.string(Hexadecimal.encode(salt.span))
    writer.key("scrypt")
    writer.beginArray()
    for number in [cost.n, cost.r, cost.p] { writer.integer(number) }
    writer.endArray()
    writer.key("check")
    writer.string(Hexadecimal.encode(check.span))
    writer.key("roots")
    writer.beginArray()
    for root in roots {
      writer.beginObject()
      let members = [
        ("id", root.id), ("purpose", root.purpose.rawValue), ("scope", root.scope),
        ("created", root.created), ("state", root.state.rawValue), ("ended", root.ended),
      ]
      for (key, value) in members {
        writer.key(key)
        writer.string(value)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// Reads an index.
  init(reading bytes: [UInt8], path: String) throws(KeyringError) {
    let read: KeyIndex?
    do {
      read = try JSONParser(maximumBytes: 64 << 20)
        .parse(bytes, in: 0..<bytes.count) { value in KeyIndex(value) }
    } catch {
      throw .damaged(path: path, reason: "not JSON")
    }
    guard let read else { throw .unknownFormat(path: path) }
    self = read
  }

  init(
    isTestOnly: Bool,
    method: String,
    salt: [UInt8],
    cost: Scrypt.Cost,
    check: [UInt8],
    roots: [RootDescription]
  ) {
    self.isTestOnly = isTestOnly
    self.method = method
    self.salt = salt
    self.cost = cost
    self.check = check
    self.roots = roots
  }

  private init?(_ value: JSONValue) {
    guard value["format"]?.string == Self.format,
      let isTestOnly = value["test_only"]?.boolean,
      let method = value["sealed_by"]?.string,
      let salt = value["salt"]?.string.flatMap(Hexadecimal.decode),
      let check = value["check"]?.string.flatMap(Hexadecimal.decode),
      let list = value["roots"]
    else { return nil }
    var cost: [Int] = []
    value["scrypt"]?.forEachElement { cost.append($0.integer ?? 0) }
    guard cost.count == 3 else { return nil }
    var roots: [RootDescription] = []
    var isWhole = true
    list.forEachElement { element in
      guard let id = element["id"]?.string,
        RootDescription.isPlainID(id),
        let purpose = element["purpose"]?.string.flatMap(KeyPurpose.init(rawValue:)),
        let scope = element["scope"]?.string,
        let created = element["created"]?.string,
        let state = element["state"]?.string.flatMap(RootDescription.State.init(rawValue:)),
        let ended = element["ended"]?.string
      else {
        isWhole = false
        return
      }
      roots.append(
        RootDescription(
          id: id,
          purpose: purpose,
          scope: scope,
          created: created,
          state: state,
          ended: ended
        )
      )
    }
    guard isWhole else { return nil }
    self.init(
      isTestOnly: isTestOnly,
      method: method,
      salt: salt,
      cost: Scrypt.Cost(n: cost[0], r: cost[1], p: cost[2]),
      check: check,
      roots: roots
    )
  }
}
