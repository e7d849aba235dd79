import Evaluation
import Pseudonymisation

/// A contact from which a model learns: what it looks like, what people coded, and where rules and
/// readers were silent, so that a model would be asked.
public struct CodedExample: Sendable {
  let contact: SanitizedContact
  /// What people coded.
  let gold: GoldContact
  /// Whose contact it is: a number, the same for all contacts of one visitor.
  let person: Int
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
  ///   - person: A number, the same for all contacts of one visitor.
  /// - Returns: The example.
  public func example(of contact: SanitizedContact, coded gold: GoldContact, person: Int)
    -> CodedExample
  {
    let reading = Reading(contact, book)
    var silent: Set<String> = []
    _ = assignments(reading) { step in
      silent.insert(step.variable.id)
      return nil
    }
    return CodedExample(
      contact: contact,
      gold: gold,
      person: person,
      features: CodingFeatures.names(reading),
      silent: silent
    )
  }
}
