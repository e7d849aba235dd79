/// Finds the best labels of a message by Viterbi's algorithm.
struct NameTagger {
  /// The weights: of a word's features, and of the labels that follow one across a gap.
  let emission: ([UInt32]) -> SIMD16<Float>
  let transition: (Int, Int) -> SIMD16<Float>
  /// What being outside costs, in units of the weights; higher finds more.
  let caution: Float

  /// Labels the words of a message.
  ///
  /// - Parameters:
  ///   - words: The words of the message.
  ///   - view: What is seen of the conversation.
  ///   - message: What is seen of the message.
  ///   - isOpen: Which words may be part of a name; the others stay outside.
  ///   - extra: Added to the score of each label of a word; the trainer's margin.
  /// - Returns: A `NameLabel` for each word.
  func labels(
    of words: Range<Int>,
    in view: NameView,
    message: NameView.Message,
    isOpen: [Bool],
    extra: ((Int) -> SIMD16<Float>)? = nil
  ) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: words.count)
    var start = words.lowerBound
    while start < words.upperBound {
      guard isOpen[start] else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.upperBound, isOpen[end] { end += 1 }
      run(start..<end, words, view, message, extra, &labels)
      start = end
    }
    return labels
  }

  /// Labels one run of open words; before and behind it everything is outside.
  private func run(
    _ run: Range<Int>,
    _ words: Range<Int>,
    _ view: NameView,
    _ message: NameView.Message,
    _ extra: ((Int) -> SIMD16<Float>)?,
    _ labels: inout [UInt8]
  ) {
    var scores = [Float](repeating: -.infinity, count: NameLabel.count)
    scores[0] = 0
    var back: [[UInt8]] = []
    back.reserveCapacity(run.count)
    var features: [UInt32] = []
    features.reserveCapacity(48)
    for index in run {
      features.removeAll(keepingCapacity: true)
      NameFeatures.append(index, in: words, of: view, message: message, to: &features)
      var emission = emission(features)
      emission[0] -= caution
      if let extra { emission += extra(index) }
      let gap = NameModel.gapKind(view.words[index].gap)
      let mayContinue = view.words[index].gap != 1
      var next = [Float](repeating: -.infinity, count: NameLabel.count)
      var from = [UInt8](repeating: 0, count: NameLabel.count)
      for previous in 0..<NameLabel.count where scores[previous] > -.infinity {
        let transition = transition(previous, gap)
        for label in 0..<NameLabel.count {
          guard NameLabel.mayFollow(label, after: previous),
            mayContinue || !NameLabel.isInside(label)
          else { continue }
          let score = scores[previous] + transition[label] + emission[label]
          if score > next[label] {
            next[label] = score
            from[label] = UInt8(previous)
          }
        }
      }
      scores = next
      back.append(from)
    }
    var best = 0
    for label in 1..<NameLabel.count where scores[label] > scores[best] { best = label }
    for index in run.reversed() {
      labels[index - words.lowerBound] = UInt8(best)
      best = Int(back[index - run.lowerBound][best])
    }
  }
}
