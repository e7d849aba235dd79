import Testing

@testable import Commands

struct OrderedPipelineTests {
  @Test(arguments: [1, 2, 7])
  func `results come out in the order of the batches`(threads: Int) async throws {
    var given = 0
    var seen: [Int] = []
    try await OrderedPipeline.run(
      threads: threads,
      next: {
        given += 1
        return given <= 50 ? given : nil
      },
      work: { number in
        // Uneven work, so that later batches finish before earlier ones.
        (0..<((number * 7919) % 13) * 1000).reduce(number) { sum, _ in sum }
      },
      emit: { seen.append($0) }
    )
    #expect(seen == Array(1...50))
  }

  @Test func `an error ends the pipeline`() async {
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await OrderedPipeline.run(
        threads: 2,
        next: { 1 },
        work: { (_: Int) throws -> Int in throw Stop() },
        emit: { _ in }
      )
    }
  }
}
