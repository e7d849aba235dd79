/// Weights that a tagger adds up: of a word's features, and of the labels that follow one.
protocol NameWeights {
  /// Sums the weights of features for each label.
  func emission(_ features: borrowing NameRows) -> SIMD16<Float>
  /// The weights of the labels that may follow one, across a kind of gap.
  func transition(from label: Int, gap: Int) -> SIMD16<Float>
}

/// Finds the best labels of the open words of a message by Viterbi's algorithm.
struct NameTagger<Weights: NameWeights> {
  let weights: Weights
  /// What being outside costs, in units of the weights; higher finds more.
  let caution: Float

  private var features = NameRows(repeating: 0)
  private var back: [SIMD16<Int32>] = []

  init(weights: Weights, caution: Float) {
    self.weights = weights
    self.caution = caution
  }

  /// Labels a run of open words; before and behind it everything is outside.
  ///
  /// - Parameters:
  ///   - run: Neighbouring open words of one message.
  ///   - words: The words of the message.
  ///   - view: What is seen of the conversation.
  ///   - message: What is seen of the message.
  ///   - labels: Where to write the labels, parallel to the conversation's words.
  ///   - margin: What to add to the labels of a word; the trainer's.
  mutating func label(
    _ run: Range<Int>,
    of words: Range<Int>,
    in view: NameView,
    message: NameView.Message,
    into labels: inout [UInt8],
    margin: (Int) -> SIMD16<Float>
  ) {
    var scores = SIMD16<Float>(repeating: -.infinity)
    scores[0] = 0
    back.removeAll(keepingCapacity: true)
    for index in run {
      NameFeatures.fill(index, in: words, of: view, message: message, to: &features)
      var emission = weights.emission(features) + margin(index)
      emission[0] -= caution
      let gap = NameModel.gapKind(view.words[index].gap)
      let allowed = view.words[index].gap == 1 ? NameLabel.starts : NameLabel.all
      var next = SIMD16<Float>(repeating: -.infinity)
      var from = SIMD16<Int32>.zero
      for previous in 0..<NameLabel.count where scores[previous] > -.infinity {
        let reached =
          NameLabel.followers[previous] + allowed + weights.transition(from: previous, gap: gap)
          + SIMD16(repeating: scores[previous])
        let isBetter = reached .> next
        next.replace(with: reached, where: isBetter)
        from.replace(with: SIMD16(repeating: Int32(previous)), where: isBetter)
      }
      scores = next + emission
      back.append(from)
    }
    var best = 0
    for label in 1..<NameLabel.count where scores[label] > scores[best] { best = label }
    for index in run.reversed() {
      labels[index] = UInt8(best)
      best = Int(back[index - run.lowerBound][best])
    }
  }

  /// Labels the open words of a conversation.
  mutating func labels(
    of scene: NameScene,
    in view: NameView,
    margin: (Int) -> SIMD16<Float> = { _ in .zero }
  ) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: scene.count)
    var place = 0
    while place < scene.open.count {
      let start = scene.open[place]
      let number = Int(scene.text.words[start].message)
      let words = scene.text.messages[number].words
      var end = start + 1
      place += 1
      while place < scene.open.count, scene.open[place] == end, end < words.upperBound {
        end += 1
        place += 1
      }
      label(
        start..<end,
        of: words,
        in: view,
        message: view.messages[number],
        into: &labels,
        margin: margin
      )
    }
    return labels
  }
}
