/// Trains the name model: an averaged structured perceptron with a margin (Collins 2002).
///
/// The margin makes a missed name dearer than a word too many. The same examples in the same order
/// give the same weights.
package final class NameTrainer {
  /// One contact with the labels of its words.
  package struct Example {
    let scene: NameScene
    let view: NameView
    let labels: [UInt8]
    /// How much its mistakes weigh.
    let weight: Float

    /// Makes an example of a contact and the stretches that identify.
    ///
    /// - Parameters:
    ///   - conversation: The contact.
    ///   - gold: Message, bytes in the conversation's text, kind; all kinds.
    ///   - lexicons: The lists.
    ///   - weight: How much its mistakes weigh.
    package init?(
      _ conversation: Conversation,
      gold: [(message: Int, range: Range<Int>, kind: EntityKind)],
      lexicons: Lexicons,
      weight: Float
    ) {
      guard let table = lexicons.table else { return nil }
      let text = PreparedConversation(conversation)
      var findings: [Finding] = []
      for recogniser in RecogniserCatalogue.structured {
        recogniser.recognise(text, into: &findings)
      }
      let scene = NameScene(text, table, findings: findings, opensAll: true)
      let reading = NameReading(scene)
      var labels = [UInt8](repeating: 0, count: scene.count)
      for (_, range, kind) in gold {
        var isFirst = true
        for index in 0..<scene.count
        where text.original(text.words[index].range).overlaps(range) {
          guard let begin = NameLabel.begin(kind) else { continue }
          labels[index] = UInt8(isFirst || reading.view.words[index].gap == 1 ? begin : begin + 1)
          isFirst = false
        }
      }
      self.scene = scene
      view = reading.view
      self.labels = labels
      self.weight = weight
    }
  }

  private var rows = [SIMD16<Float>](repeating: .zero, count: NameFeatures.rowCount)
  private var rowTotals = [SIMD16<Float>](repeating: .zero, count: NameFeatures.rowCount)
  private var transitions = [SIMD16<Float>](repeating: .zero, count: NameModel.transitionCount)
  private var transitionTotals = [SIMD16<Float>](repeating: .zero, count: NameModel.transitionCount)
  private var step: Float = 1

  /// What missing a name's word costs.
  package var missCost: Float = 6
  /// What a word too many costs.
  package var excessCost: Float = 2

  /// Makes a trainer whose weights are zero.
  package init() {}

  private struct Weights: NameWeights {
    unowned let trainer: NameTrainer

    func emission(_ features: borrowing NameRows) -> SIMD16<Float> { trainer.emission(features) }
    func transition(from label: Int, gap: Int) -> SIMD16<Float> {
      trainer.transitions[gap * 16 + label]
    }
  }

  /// Learns from one example; returns the count of words labelled wrongly.
  package func train(_ example: Example) -> Int {
    let scene = example.scene
    var tagger = NameTagger(weights: Weights(trainer: self), caution: 0)
    let found = tagger.labels(of: scene, in: example.view) { index in
      let gold = Int(example.labels[index])
      var margin = SIMD16<Float>(repeating: gold == 0 ? self.excessCost : 1)
      if gold != 0 { margin[0] = self.missCost }
      margin[gold] = 0
      return margin
    }
    var wrong = 0
    for index in scene.open {
      let gold = Int(example.labels[index])
      let best = Int(found[index])
      if gold != best {
        wrong += 1
        change(index, from: best, to: gold, example)
      }
      let isFollowing = scene.text.word(before: index).map { scene.isOpen[$0] } ?? false
      let previousGold = isFollowing ? Int(example.labels[index - 1]) : 0
      let previousFound = isFollowing ? Int(found[index - 1]) : 0
      if gold != best || previousGold != previousFound {
        let gap = NameModel.gapKind(example.view.words[index].gap) * 16
        changeTransition(gap + previousGold, gold, example.weight)
        changeTransition(gap + previousFound, best, -example.weight)
      }
    }
    step += 1
    return wrong
  }

  private func change(_ index: Int, from best: Int, to gold: Int, _ example: Example) {
    let number = Int(example.scene.text.words[index].message)
    var features = NameRows(repeating: 0)
    NameFeatures.fill(
      index,
      in: example.scene.text.messages[number].words,
      of: example.view,
      message: example.view.messages[number],
      to: &features
    )
    var change = SIMD16<Float>.zero
    change[gold] += example.weight
    change[best] -= example.weight
    for place in features.indices {
      let feature = features[place]
      rows[Int(feature)] += change
      rowTotals[Int(feature)] += change * step
    }
  }

  private func changeTransition(_ row: Int, _ label: Int, _ weight: Float) {
    var change = SIMD16<Float>.zero
    change[label] = weight
    transitions[row] += change
    transitionTotals[row] += change * step
  }

  private func emission(_ features: borrowing NameRows) -> SIMD16<Float> {
    var sum = SIMD16<Float>.zero
    for place in features.indices { sum += rows[Int(features[place])] }
    return sum
  }

  /// The weights, averaged over all steps.
  private var averages: (transitions: [SIMD16<Float>], rows: [SIMD16<Float>]) {
    (
      zip(transitions, transitionTotals).map { $0 - $1 / step },
      zip(rows, rowTotals).map { $0 - $1 / step }
    )
  }

  /// The model file's bytes: the mean of the trainers' averaged weights, scaled to 8 bits.
  ///
  /// Trainers that saw other names and another order err elsewhere (bagging, Breiman 1996).
  package static func compiled(_ trainers: [NameTrainer]) -> [UInt8] {
    var averageRows = [SIMD16<Float>](repeating: .zero, count: NameFeatures.rowCount)
    var averageTransitions = [SIMD16<Float>](
      repeating: .zero,
      count: NameModel.transitionCount
    )
    for trainer in trainers {
      let one = trainer.averages
      for row in one.rows.indices { averageRows[row] += one.rows[row] / Float(trainers.count) }
      for row in one.transitions.indices {
        averageTransitions[row] += one.transitions[row] / Float(trainers.count)
      }
    }
    var largest: [Float] = []
    for row in averageRows where row != .zero {
      for lane in 0..<NameLabel.count { largest.append(abs(row[lane])) }
    }
    largest.sort()
    // All but one weight in ten thousand keep their proportion.
    let top = largest.isEmpty ? 1 : largest[largest.count - 1 - largest.count / 10_000]
    let scale = 120 / max(top, 1e-6)
    var body: [UInt8] = []
    for row in averageTransitions + averageRows {
      for lane in 0..<16 {
        let weight = max(-127, min(127, (row[lane] * scale).rounded()))
        body.append(UInt8(bitPattern: Int8(weight)))
      }
    }
    var file: [UInt8] = []
    func append(_ word: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        file.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    append(NameModel.magic)
    append(UInt64(NameModel.version))
    append(WordHash.hash(body))
    // What a margin of one is after scaling, in thousandths: the unit of `caution`.
    append(UInt64((scale * 1000).rounded()))
    file.append(contentsOf: [UInt8](repeating: 0, count: NameModel.headerLength - file.count))
    return file + body
  }
}
