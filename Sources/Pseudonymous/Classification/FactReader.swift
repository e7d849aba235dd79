import Codebook
import Detection
import Pseudonymisation

/// Reads a variable from typed facts: ages, durations, relations, counts.
///
/// The words that the readers look for are word lists of the codebook.
struct FactReader {
  let reader: CodingPlan.Reader
  let step: CodingStep

  /// The codes of a variable.
  ///
  /// - Parameters:
  ///   - reading: The contact, with the codes given so far.
  ///   - rules: What the rules found; kept where the reader finds nothing, and first where the
  ///     reader is only a fall-back.
  /// - Returns: The codes found; empty where nothing tells.
  func read(_ reading: Reading, rules: [Coder.Finding]) -> [Coder.Finding] {
    switch reader {
    case .age:
      guard let age = reading.ages?.age() else { return rules }
      return [finding(String(age.years), age.message)]
    case .ageBand: return ageBand(reading) ?? rules
    case .duration:
      guard rules.isEmpty else { return rules }
      let ages = reading.ages ?? AgeReader(reading)
      guard let duration = DurationReader(reading, ages).duration() else { return [] }
      return [finding(duration.code, duration.message)]
    case .language:
      guard rules.isEmpty, let code = LanguageReader(reading).language() else { return rules }
      return [finding(code, nil)]
    case .relation: return RelationReader(reading, step).relations(rules)
    case .count: return rules.isEmpty ? count(reading) : rules
    case .minutes: return [finding(String(reading.contact.durationMinutes), nil)]
    case .messages: return [finding(String(reading.messages(of: .visitor).count), nil)]
    case .channel:
      let channel = reading.contact.channel
      return step.variable.code(channel) == nil ? rules : [finding(channel, nil)]
    case .content: return rules.isEmpty && isEmpty(reading) ? [finding("no_content", nil)] : rules
    case .region:
      guard rules.isEmpty, let region = region(reading) else { return rules }
      return [finding(region.code, region.message)]
    }
  }

  private func finding(_ code: String, _ message: Int?) -> Coder.Finding {
    Coder.Finding(
      code: code,
      weight: 1,
      evidence: CodedContact.Evidence(
        source: .rule,
        rule: "fact.\(reader.rawValue)",
        message: message
      )
    )
  }

  private func ageBand(_ reading: Reading) -> [Coder.Finding]? {
    guard let age = reading.ages?.age(), let band = step.origin?.band(of: age.years) else {
      return nil
    }
    return [finding(band, age.message)]
  }

  /// Tells whether the visitor wrote nothing, or no more than a greeting.
  private func isEmpty(_ reading: Reading) -> Bool { reading.visitorWords <= 3 }

  /// One for a single known relation, several for a group or for two relations.
  private func count(_ reading: Reading) -> [Coder.Finding] {
    guard let origin = step.origin else { return [] }
    let relations = origin.codes.indices
      .filter { reading.given[step.originPlace] & 1 << UInt64($0) != 0 }
      .map { origin.codes[$0].id }
      .filter { !origin.isMissing($0) }
    if relations.contains("group") || relations.count > 1 { return [finding("several", nil)] }
    return relations.isEmpty ? [] : [finding("one", nil)]
  }

  /// The part of the country of the visitor's places, where they all lie in one.
  ///
  /// Source of the parts: Statistics Netherlands (CBS), "landsdelen".
  private func region(_ reading: Reading) -> (code: String, message: Int)? {
    var found: (code: String, message: Int)?
    for (word, token) in reading.stream.tokens {
      let message = reading.stream.message(of: word)
      guard reading.stream.speakers[message] == .visitor,
        case .region(let province) = token.generalisation
      else { continue }
      let code =
        switch province {
        case "NL-GR", "NL-FR", "NL-DR": "noord"
        case "NL-OV", "NL-GE", "NL-FL": "oost"
        case "NL-UT", "NL-NH", "NL-ZH", "NL-ZE": "west"
        case "NL-NB", "NL-LI": "zuid"
        default: "abroad"
        }
      if let earlier = found, earlier.code != code { return nil }
      if found == nil { found = (code, reading.stream.indices[message]) }
    }
    return found
  }
}
