/// One way to find identifying details; a file of its own, one line in `RecogniserCatalogue`.
protocol Recogniser: Sendable {
  /// The name that findings carry, such as `iban`.
  var name: String { get }

  /// Adds what it finds; `findings` holds what recognisers before it in the catalogue found.
  ///
  /// Findings may overlap and come in any order; `OverlapRule` decides.
  func recognise(_ text: PreparedConversation, into findings: inout [Finding])
}
