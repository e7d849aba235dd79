import ChatLogs
import Compression
import JSON
import Keys
import Pseudonymisation

/// Registration forms as a line delivers them after the night: JSON Lines.
///
/// `{"contact_id": ID, "registration": {FIELD: VALUE}}`, or `"contact": TOKEN` for coders who know
/// the transcript alone. A value is a string, a whole number, a list of them, or null; other members
/// are passed over. Neither an id nor a value that the codebook does not know is kept.
struct FormFile {
  /// One form behind the wall.
  struct Form {
    /// The line, 1-based.
    let line: Int
    /// The contact's token.
    let token: String
    /// Codes by variable.
    let codes: [String: [String]]
  }

  /// The forms, in the file's order.
  private(set) var forms: [Form] = []
  /// How many values the codebook does not know.
  private(set) var dropped = 0

  /// Reads a file; the first line that is no form refuses the whole.
  ///
  /// - Parameters:
  ///   - path: The file, plain or gzip; `-` is standard input.
  ///   - codes: What of a form passes the wall.
  ///   - keyring: Makes the tokens of ids.
  /// - Throws: `Complaint`, `KeyringError`.
  init(_ path: String, passing codes: RegistrationCodes, keyring: Keyring) throws {
    do {
      let reader = LineReader(try InputFile(path: path), padding: JSONParser.padding)
      let parser = try JSONParser()
      while let line = try reader.next() {
        guard case .whole(let range) = line else {
          throw Complaint.notAForm(path, line: reader.number, "it is cut off or too long")
        }
        guard reader.buffer[range].contains(where: { $0 > 0x20 }) else { continue }
        let number = reader.number
        do {
          try parser.parse(reader.buffer, in: range) { root in
            try take(root, path, line: number, codes, keyring)
          }
        } catch is JSONError {
          throw Complaint.notAForm(path, line: number, "it is not JSON")
        }
      }
    } catch let error as CompressionError {
      throw Complaint.unreadable(path, error)
    }
  }

  private mutating func take(
    _ root: JSONValue,
    _ path: String,
    line: Int,
    _ codes: RegistrationCodes,
    _ keyring: Keyring
  ) throws {
    let token: String
    if let id = root["contact_id"]?.bytes.map({ Withheld.trimmed($0[...]) }), !id.isEmpty {
      token = try keyring.contactToken(of: id.span)
    } else if let given = root["contact"]?.string, !given.isEmpty {
      token = given
    } else {
      throw Complaint.notAForm(path, line: line, "contact_id or contact is missing")
    }
    guard let fields = root["registration"], fields.kind == .object else {
      throw Complaint.notAForm(path, line: line, "registration is missing or no object")
    }
    var values: [String: [String]] = [:]
    try fields.forEachMember { key, value in
      guard let field = key.string, let read = Self.values(value) else {
        throw Complaint.notAForm(path, line: line, "a value of registration is no code or number")
      }
      values[field, default: []] += read
    }
    let passed = codes.passing(values)
    dropped += values.reduce(0) { $0 + $1.value.count } - passed.reduce(0) { $0 + $1.value.count }
    forms.append(Form(line: line, token: token, codes: passed))
  }

  private static func values(_ value: JSONValue) -> [String]? {
    switch value.kind {
    case .null: return []
    case .string: return value.string.map { [$0] }
    case .integer: return value.integer.map { ["\($0)"] }
    case .array:
      var values: [String] = []
      var isPlain = true
      value.forEachElement { element in
        guard element.kind == .string || element.kind == .integer,
          let read = Self.values(element)
        else {
          isPlain = false
          return
        }
        values += read
      }
      return isPlain ? values : nil
    case .object, .number, .boolean: return nil
    }
  }
}
