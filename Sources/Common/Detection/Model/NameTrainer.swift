/// Trains the name model: an averaged structured perceptron with a margin (Collins 2002).
///
/// The margin makes a missed name dearer than a word too many. The same examples in the same order
/// give the same weights.
package final class NameTrainer {
  /// One contact with the labels of its words.
  package struct Example {
    let text: PreparedConversation
    let view: NameView
    let isOpen: [Bool]
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
      let scene = NameScene(text, table, findings: findings)
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
      self.text = text
      view = reading.view
      isOpen = reading.isOpen
      self.labels = labels
      self.weight = weight
    }
  }

  private var rows = [SIMD16<Float>](repeating: .zero, count: NameFeatures.rowCount)
  private var rowTotals = [SIMD16<Float>](repeating: .zero, count: NameFeatures.rowCount)
  private var transitions = [SIMD16<Float>](repeating: .zero, count: NameModel.transitionCount)
  private var transitionTotals = [SIMD16<Float>](repeating: .zero, count: NameModel.transitionCount)
  private var step: Float = 1

  /// What missing a name's word costs, and what a word too many costs.
  package var missCost: Float = 6
  package var excessCost: Float = 2

  package init() {}

  /// Goes through the examples once, in order; returns the count of words labelled wrongly.
  package func train(_ example: Example) -> Int {
    var wrong = 0
    for (number, message) in example.text.messages.enumerated() {
      let words = message.words
      if words.isEmpty { continue }
      let view = example.view.messages[number]
      let (miss, excess) = (missCost, excessCost)
      let tagger = NameTagger(
        emission: { [unowned self] in emission($0) },
        transition: { [unowned self] in transitions[$1 * 16 + $0] },
        caution: 0
      )
      let found = tagger.labels(
        of: words,
        in: example.view,
        message: view,
        isOpen: example.isOpen,
        extra: { index in
          let gold = Int(example.labels[index])
          var margin = SIMD16<Float>(repeating: gold == 0 ? excess : 1)
          if gold != 0 { margin[0] = miss }
          margin[gold] = 0
          return margin
        }
      )
      var previousGold = 0
      var previousFound = 0
      for index in words {
        let gold = example.isOpen[index] ? Int(example.labels[index]) : 0
        let best = Int(found[index - words.lowerBound])
        if gold != best {
          wrong += 1
          var features: [UInt32] = []
          NameFeatures.append(
            index,
            in: words,
            of: example.view,
            message: view,
            to: &features
          )
          var change = SIMD16<Float>.zero
          change[gold] += example.weight
          change[best] -= example.weight
          for feature in features {
            self.rows[Int(feature)] += change
            rowTotals[Int(feature)] += change * step
          }
        }
        if example.isOpen[index], gold != best || previousGold != previousFound {
          let gap = NameModel.gapKind(example.view.words[index].gap) * 16
          var up = SIMD16<Float>.zero
          up[gold] = example.weight
          var down = SIMD16<Float>.zero
          down[best] = example.weight
          self.transitions[gap + previousGold] += up
          transitionTotals[gap + previousGold] += up * step
          self.transitions[gap + previousFound] -= down
          transitionTotals[gap + previousFound] -= down * step
        }
        previousGold = gold
        previousFound = best
      }
    }
    step += 1
    return wrong
  }

  private func emission(_ features: [UInt32]) -> SIMD16<Float> {
    var sum = SIMD16<Float>.zero
    for feature in features { sum += rows[Int(feature)] }
    return sum
  }

  /// The model file's bytes: averaged weights, scaled to 8 bits.
  package func compiled() -> [UInt8] {
    let averageRows = zip(rows, rowTotals).map { $0 - $1 / step }
    let averageTransitions = zip(transitions, transitionTotals).map { $0 - $1 / step }
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
