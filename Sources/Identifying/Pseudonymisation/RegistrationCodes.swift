import Codebook

/// What of a registration form passes the wall: codes of the codebook and small numbers.
///
/// The codebook says which variable a field of the line's form stands for, and which code a value.
/// A form may have free fields; a value that the codebook does not know is dropped.
public struct RegistrationCodes: Sendable {
  private let codes: [String: Set<String>]
  private let numbers: Set<String>
  private let fields: [String: [RegistrationField]]

  /// The longest number, in digits.
  private static let longestNumber = 4

  /// Makes the rule of a codebook.
  public init(_ codebook: Codebook) {
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
    fields = Dictionary(grouping: codebook.registration, by: \.field)
  }

  /// What passes of a form.
  ///
  /// - Parameter form: Values by field, as delivered.
  /// - Returns: Codes by variable, each once; a variable of which nothing passes is left out.
  public func passing(_ form: [String: [String]]) -> [String: [String]] {
    var passed: [String: [String]] = [:]
    for field in form.keys.sorted() {
      let values = form[field] ?? []
      for (variable, codes) in mapped(field, values) {
        for code in codes where passes(code, of: variable) {
          if passed[variable]?.contains(code) != true { passed[variable, default: []].append(code) }
        }
      }
    }
    return passed
  }

  /// The variables that a field stands for, with the codes of its values.
  private func mapped(_ field: String, _ values: [String]) -> [(String, [String])] {
    guard let mappings = fields[field] else { return [(field, values)] }
    return mappings.map { ($0.variable, values.map($0.code)) }
  }

  func passes(_ value: String, of variable: String) -> Bool {
    if let codes = codes[variable] { return codes.contains(value) }
    return numbers.contains(variable) && (1...Self.longestNumber).contains(value.utf8.count)
      && value.utf8.allSatisfy(IdentifierText.isDigit)
  }
}
