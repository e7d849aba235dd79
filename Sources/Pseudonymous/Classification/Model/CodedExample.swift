import Evaluation
import Pseudonymisation

/// A contact from which a model learns: what it looks like, what people coded, and where rules and
/// readers were silent, so that a model would be asked.
public struct CodedExample: Sendable {
  let contact: SanitizedContact
  /// What people coded.
  let gold: GoldContact
  /// The names of its features.
  let features: [String]
  /// The variables that were asked for and on which nothing decided.
  let silent: Set<String>
}

extension Coder {
  /// Makes an example of a contact.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - gold: What people coded; must be of the same contact.
  /// - Returns: The example.
  public func example(of contact: SanitizedContact, coded gold: GoldContact) -> CodedExample {
    let reading = Reading(contact, book)
    var silent: Set<String> = []
    _ = assignments(reading) { step in
      silent.insert(step.variable.id)
      return nil
    }
    return CodedExample(
      contact: contact,
      gold: gold,
      features: CodingFeatures.names(reading),
      silent: silent
    )
  }
}
