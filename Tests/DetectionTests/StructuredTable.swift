import Testing

@testable import Detection

/// Compares what all structured recognisers find together with the marks of a sentence.
func expectStructured(_ row: Marked, _ location: SourceLocation = #_sourceLocation) {
  let found = row.found(by: RecogniserCatalogue.structured(lexicons: .empty))
  #expect(found == row.expected, sourceLocation: location)
}
