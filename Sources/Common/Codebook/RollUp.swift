/// How the answers of a person's contacts become the answer of the person.
///
/// "Known" is any code that the variable does not list as missing. Contacts are taken in order of
/// time; where nothing is known, the person's answer is the variable's first missing code.
public enum RollUp: String, CaseIterable, Sendable {
  /// Every code of any contact; missing codes drop when any other is there.
  case union
  /// The first known answer.
  case first
  /// The last known answer.
  case latest
  /// The one code of `rollUpOrder` when any contact has it; else the first known answer.
  case any
  /// The answer of any contact that stands first in `rollUpOrder`.
  case strongest
  /// The code of `rollUpOrder` that any contact has, the earliest in the order; else the first
  /// known answer.
  case preferred
  /// The answer at the first valid contact on trafficking; later contacts fill only a missing one,
  /// so that closed years never grow.
  case asKnownAtFirstTraffickingContact = "as_known_at_first_trafficking_contact"
  /// The answers at the first valid contact on trafficking, whatever later contacts say.
  case atFirstTraffickingContact = "at_first_trafficking_contact"
}
