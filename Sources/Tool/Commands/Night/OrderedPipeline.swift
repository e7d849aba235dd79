/// Works on batches on several cores and hands the results on in the order they came in.
///
/// At most `2 * threads` batches are in flight, so memory is bounded by the batch, and no output
/// depends on the number of threads.
enum OrderedPipeline {
  /// Runs the pipeline until `next` gives `nil`.
  ///
  /// - Parameters:
  ///   - threads: How many cores to use, at least 1.
  ///   - next: Gives the next batch; called from one task only.
  ///   - work: Works on one batch; called from several tasks.
  ///   - emit: Takes each result, in order; called from one task only.
  /// - Throws: The first error of any of the three.
  static func run<Batch: Sendable, Result: Sendable>(
    threads: Int,
    next: () throws -> Batch?,
    work: @escaping @Sendable (Batch) throws -> Result,
    emit: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var submitted = 0
      var emitted = 0
      var waiting: [Int: Result] = [:]
      var exhausted = false
      while true {
        while !exhausted, submitted - emitted < 2 * threads {
          guard let batch = try next() else {
            exhausted = true
            break
          }
          let number = submitted
          group.addTask { (number, try work(batch)) }
          submitted += 1
        }
        guard emitted < submitted, let (number, result) = try await group.next() else { break }
        waiting[number] = result
        while let result = waiting.removeValue(forKey: emitted) {
          try emit(result)
          emitted += 1
        }
      }
    }
  }
}
