import Testing

@testable import Classification

@Suite struct RecodingTests {
  /// Who set a code.
  enum Setter: Sendable {
    /// A person.
    case form
    /// A reader of numbers, of which a transcript holds bands alone.
    case number
    /// A rule that reads words.
    case words
  }

  private func assignment(_ variable: String, _ code: String, _ setter: Setter)
    -> CodedContact.Assignment
  {
    let evidence: CodedContact.Evidence =
      switch setter {
      case .form: .init(source: .registration, rule: "", message: nil)
      case .number: .init(source: .rule, rule: "fact.\(variable)", message: 0)
      case .words: .init(source: .rule, rule: "words.\(variable)", message: 0)
      }
    return .init(variable: variable, codes: [code], evidence: [evidence])
  }

  /// What was read from a number stays, unless a person says otherwise now, or words decide twice.
  @Test(arguments: [
    ("age_years", "17", Setter.number, "16", Setter.number, "17"),
    ("age_years", "17", .number, "15", .form, "15"),
    ("age_years", "14", .form, "15", .form, "15"),
    ("age_years", "15", .form, "17", .number, "15"),
    ("age_band", "15", .number, "16_17", .words, "15"),
    ("age_band", "15", .words, "16_17", .words, "16_17"),
    ("age_band", "15", .words, "16_17", .number, "15"),
    ("age_band", "15", .number, "16_17", .form, "16_17"),
    ("gender", "male", .words, "female", .words, "female"),
    ("gender", "male", .words, "female", .form, "female"),
  ])
  func `a number keeps its value, words do not`(
    variable: String,
    old: String,
    oldSetter: Setter,
    new: String,
    newSetter: Setter,
    kept: String
  ) throws {
    let codes = Recoding(coder: Coder(codebook: try Invented.codebook())).codes(
      old: [assignment(variable, old, oldSetter)],
      new: [assignment(variable, new, newSetter)]
    )
    #expect(codes.map(\.codes) == [[kept]])
  }

  @Test func `a number that the transcript no longer tells stays, a word does not`() throws {
    let old = [assignment("gender", "male", .words), assignment("age_years", "17", .number)]
    let recoding = Recoding(coder: Coder(codebook: try Invented.codebook()))
    #expect(recoding.codes(old: old, new: []).map(\.variable) == ["age_years"])
  }
}
