/// Finds names of people, places, streets and organisations, and repeats of them in the contact.
///
/// Rules read the words first; the model reads the words and what the rules said; what either is
/// sure of is then looked for in the whole contact.
struct NameRecogniser: Recogniser {
  let name = "name"
  let lexicons: LexiconTable
  let model: NameModel?
  let policy: DetectionPolicy
  private let caches = WordCaches()

  init(lexicons: LexiconTable, model: NameModel?, policy: DetectionPolicy) {
    self.lexicons = lexicons
    self.model = model
    self.policy = policy
  }

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    let found = caches.withOne { cache in
      spans(of: NameScene(text, lexicons, findings: findings, cache: cache))
    }
    for span in found {
      guard let first = span.words.first else { continue }
      findings.append(
        text.finding(
          SpanEdge.range(of: span, in: text),
          in: Int(text.words[first].message),
          span.kind,
          score: span.score,
          by: span.detector,
          evidence: span.evidence
        )
      )
    }
  }

  private func spans(of scene: NameScene) -> [NameSpan] {
    let reading = NameReading(scene)
    var spans = reading.spans
    if let model {
      spans = spans.filter(\.isSure)
      spans += tagged(scene, reading, model)
      SpanCompletion.complete(&spans, in: scene)
      ContactMemory(scene, spans).find(in: scene, into: &spans)
    }
    return spans
  }

  /// What leaving a word out of names costs, in margins of the training; chosen on the unsealed
  /// chats, cross-validated, for at most 2.5 % (balanced) and 6 % (strict) of other words.
  private static func caution(_ policy: DetectionPolicy) -> Float {
    switch policy {
    case .balanced: 32.5
    case .strict: 60
    }
  }

  private func tagged(
    _ scene: NameScene,
    _ reading: NameReading,
    _ model: NameModel
  ) -> [NameSpan] {
    var tagger = NameTagger(weights: model, caution: model.unit * Self.caution(policy))
    let labels = tagger.labels(of: scene, in: reading.view)
    var spans: [NameSpan] = []
    var next = 0
    for start in scene.open where start >= next {
      guard let kind = NameLabel.kind(Int(labels[start])) else { continue }
      next = start + 1
      while next < labels.count, NameLabel.isInside(Int(labels[next])) { next += 1 }
      for words in SpanTrim.parts(start..<next, kind, in: scene) {
        spans.append(
          NameSpan(
            words: words,
            kind: kind,
            score: 0.8,
            detector: "name.model",
            evidence: "words around it"
          )
        )
      }
    }
    return spans
  }
}
