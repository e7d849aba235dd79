import JSON

/// Annotated contacts, by id.
public struct GoldStandard: Sendable {
  private let contacts: [String: GoldContact]
  private let numbers: [String: Int]

  /// How many contacts are annotated.
  public var count: Int { contacts.count }

  /// Reads JSON Lines; blank lines are passed over.
  ///
  /// - Throws: `EvaluationError`.
  public init(_ bytes: [UInt8]) throws(EvaluationError) {
    var contacts: [String: GoldContact] = [:]
    var numbers: [String: Int] = [:]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let contact = try Self.contact(bytes, line.indices, line: index + 1)
      guard contacts.updateValue(contact, forKey: contact.id) == nil else {
        throw .repeated(line: index + 1)
      }
      numbers[contact.id] = numbers.count + 1
    }
    self.contacts = contacts
    self.numbers = numbers
  }

  /// The annotations of a contact; `nil` where there are none.
  public subscript(id: String) -> GoldContact? { contacts[id] }

  /// The contact's place in the file, 1-based: what an error may tell of it.
  func number(of id: String) -> Int { numbers[id] ?? 0 }

  private static func contact(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    line: Int
  ) throws(EvaluationError) -> GoldContact {
    do {
      let parser = try JSONParser()
      return try parser.parse(bytes, in: range) { try GoldContact($0, line: line) }
    } catch let error as EvaluationError {
      throw error
    } catch {
      throw .notJSON(line: line)
    }
  }
}
