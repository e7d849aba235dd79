import Codebook

/// What of a counsellor's registration passes the wall: codes of the codebook and small numbers.
///
/// A registration form may have free fields; a value that the codebook does not know is dropped and
/// counted.
struct RegistrationCodes: Sendable {
  private let codes: [String: Set<String>]
  private let numbers: Set<String>

  /// The longest number, in digits.
  private static let longestNumber = 4

  init(_ codebook: Codebook) {
    var codes: [String: Set<String>] = [:]
    var numbers: Set<String> = []
    for variable in codebook.variables {
      switch variable.kind {
      case .single, .multi:
        codes[variable.id] = Set(variable.codes.map(\.id)).union(variable.missing)
      case .int: numbers.insert(variable.id)
      case .token, .date: break
      }
    }
    self.codes = codes
    self.numbers = numbers
  }

  func passes(_ value: String, of variable: String) -> Bool {
    if let codes = codes[variable] { return codes.contains(value) }
    return numbers.contains(variable) && (1...Self.longestNumber).contains(value.utf8.count)
      && value.utf8.allSatisfy(IdentifierText.isDigit)
  }

  func passing(_ registration: [String: [String]]) -> [String: [String]] {
    var passed: [String: [String]] = [:]
    for (variable, values) in registration {
      let kept = values.filter { passes($0, of: variable) }
      if !kept.isEmpty { passed[variable] = kept }
    }
    return passed
  }
}
