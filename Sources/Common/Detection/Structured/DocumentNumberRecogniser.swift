/// Finds numbers of documents, files, clients, orders and registers behind the word that names
/// them: "dossiernr is ZN-20-00871", "paspoort: nummer XK4417092".
///
/// The code is the first word with a figure at most seven words on; it grows to both sides over
/// dashes, slashes, full stops, and over a space where capitals or figures go on. In answer to a
/// question for a number a short message may hold just the code.
struct DocumentNumberRecogniser: Recogniser {
  let name = "document"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for trigger in text.triggers {
      let place = Int(trigger)
      guard text.sense(place).classes.contains(.document) || isVNumber(place, text) else {
        continue
      }
      recognise(after: place, &covered, text, &findings)
    }
    recogniseAnswers(text, &findings)
  }

  private func recognise(
    after place: Int,
    _ covered: inout Int,
    _ text: PreparedConversation,
    _ findings: inout [Finding]
  ) {
    // "kvknr12345678", "v-nummer": the keyword is one word or ends at a dash.
    var current = place
    var isNumbered = isNumbered(place, text)
    for _ in 0..<7 {
      guard let next = text.word(after: current) else { return }
      let gap = text.words[next].gap
      if gap.contains(.line) && !gap.contains(.comma) && !isNumbered { return }
      if gap.contains(.stop), gap.contains(.space), !isAbbreviation(current, text),
        !text.sense(next).classes.contains(.numeral)
      {
        return
      }
      let classes = text.sense(next).classes
      if text.words[next].shape.contains(.hasDigit) {
        if let code = CodeChunk(around: next, keyword: place, text),
          code.figures >= (isNumbered ? 2 : 5) || code.letters > 0 && code.figures >= 3,
          isNumbered || !isYear(code, next, text), !text.isAmount(code.range),
          !(code.letters == 0 && code.figures < 5 && isCounted(next, text))
        {
          if code.range.upperBound > covered, !code.isPublicNumber(text) {
            covered = code.range.upperBound
            findings.append(
              text.finding(
                code.range,
                in: Int(text.words[place].message),
                .idNumber,
                score: isNumbered ? 0.96 : 0.85,
                by: name,
                evidence: "behind its keyword"
              )
            )
          }
          // "44-0177 44-0178", "… en …": a second one may follow.
          guard let last = text.word(at: code.range.upperBound - 1) else { return }
          current = last
          continue
        }
        return
      }
      if classes.contains(.numeral) { isNumbered = true }
      current = next
    }
  }

  /// "v-nummer", "v nr": of the immigration service.
  private func isVNumber(_ place: Int, _ text: PreparedConversation) -> Bool {
    guard text.sense(place).classes.contains(.numeral), let before = text.word(before: place) else {
      return false
    }
    return text.isWord(before, "v")
  }

  /// Messages that are a bare code when the message before asked for one.
  private func recogniseAnswers(_ text: PreparedConversation, _ findings: inout [Finding]) {
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      let message = Int(text.words[place].message)
      guard text.messages[message].words.count <= 6,
        text.classes(askedBefore: message).contains(.document),
        let code = CodeChunk(around: place, keyword: nil, text), code.figures >= 4,
        !isYear(code, place, text), !text.isAmount(code.range)
      else { continue }
      findings.append(
        text.finding(
          code.range,
          in: message,
          .idNumber,
          score: 0.6,
          by: name,
          evidence: "answer to a question for a number"
        )
      )
    }
  }

  /// Says whether a keyword itself asks for a number, "dossiernummer", "v-nr".
  private func isNumbered(_ place: Int, _ text: PreparedConversation) -> Bool {
    let bytes = text.folded[text.words[place].range]
    return ["nummer", "nr", "nmr", "number", "code", "nummers", "id", "kenmerk"].contains {
      bytes.count >= $0.utf8.count && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private func isAbbreviation(_ word: Int, _ text: PreparedConversation) -> Bool {
    !text.sense(word).classes.isDisjoint(with: [.numeral, .document])
  }

  private func isYear(_ code: CodeChunk, _ word: Int, _ text: PreparedConversation) -> Bool {
    guard code.letters == 0, code.figures == 4 else { return false }
    let head = text.folded[Int(text.words[word].start)..<Int(text.words[word].start) + 2]
    return head.elementsEqual("19".utf8) || head.elementsEqual("20".utf8)
  }

  private func isCounted(_ word: Int, _ text: PreparedConversation) -> Bool {
    !text.classes(text.word(after: word)).isDisjoint(with: [.unit, .year, .period, .month])
  }
}
