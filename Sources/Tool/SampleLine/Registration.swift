import JSON

/// What the counsellor filled in: codes by variable, in the order in which they were set.
struct Registration: Sendable {
  /// The answer to one variable.
  enum Answer: Equatable, Sendable {
    case code(String)
    case codes([String])
    case number(Int)
    /// Asked, and left empty.
    case none
  }

  private(set) var answers: [(variable: String, answer: Answer)] = []

  /// Sets or replaces an answer.
  subscript(variable: String) -> Answer? {
    get { answers.first { $0.variable == variable }?.answer }
    set {
      answers.removeAll { $0.variable == variable }
      if let newValue { answers.append((variable, newValue)) }
    }
  }

  /// The codes of a variable, a single one as a list of one.
  func codes(_ variable: String) -> [String] {
    switch self[variable] {
    case .code(let code): [code]
    case .codes(let codes): codes
    case .number(let number): ["\(number)"]
    case .some(.none), nil: []
    }
  }

  /// Writes an object; answers of `.none` are `null`.
  func write(to json: inout JSONWriter, only variables: [String]? = nil) {
    json.beginObject()
    for (variable, answer) in answers where variables?.contains(variable) != false {
      json.key(variable)
      switch answer {
      case .code(let code): json.string(code)
      case .number(let number): json.integer(number)
      case .none: json.null()
      case .codes(let codes):
        json.beginArray()
        for code in codes { json.string(code) }
        json.endArray()
      }
    }
    json.endObject()
  }
}
