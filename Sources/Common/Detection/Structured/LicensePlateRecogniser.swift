/// Finds vehicle registrations: all Dutch series, and foreign ones where their form or the text
/// says so.
///
/// Source: RDW, "Uitleg over de cijfers en letters op de kentekenplaat" (series 1 to 14 and the
/// announced ones); Belgian, French, German, Polish, Romanian, Bulgarian, Hungarian and Baltic
/// forms from their road authorities. With dashes, or in capitals, a Dutch form is enough; in lower
/// case or glued, or for a foreign form, a vehicle or "kenteken" must be named near.
struct LicensePlateRecogniser: Recogniser {
  let name = "plate"

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    var covered = 0
    for digitWord in text.digitWords {
      let place = Int(digitWord)
      let word = text.words[place]
      guard Int(word.start) >= covered, word.count <= 8, isWorthALook(place, text) else { continue }
      // A plate may begin at this word, or at one of the two words before.
      var starts = [place]
      for _ in 0..<2 {
        guard let first = starts.last, let before = text.word(before: first),
          text.words[first].start - text.words[before].end <= 3, text.words[before].count <= 4,
          Int(text.words[before].start) >= covered
        else { break }
        starts.append(before)
      }
      var best: (range: Range<Int>, score: Float)?
      for start in starts {
        for candidate in PlateCandidate.candidates(from: start, text) {
          guard candidate.range.upperBound >= Int(word.end),
            let score = score(candidate, start, text)
          else { continue }
          if candidate.range.count > best?.range.count ?? 0 { best = (candidate.range, score) }
        }
      }
      guard let best else { continue }
      covered = best.range.upperBound
      findings.append(
        text.finding(
          best.range,
          in: Int(word.message),
          .licensePlate,
          score: best.score,
          by: name,
          evidence: "series of registrations"
        )
      )
    }
  }

  /// Most numbers stand among words in lower case: only letters in the same word, a dash, capitals
  /// beside it or a vehicle before it make a plate possible.
  private func isWorthALook(_ place: Int, _ text: PreparedConversation) -> Bool {
    let word = text.words[place]
    if word.shape.contains(.hasLetter) || word.gap == .dash { return true }
    let next = text.word(after: place)
    if let next, text.words[next].gap == .dash || text.words[next].gap == [.dash, .space] {
      return true
    }
    if let before = text.word(before: place), isShort(before, text) { return true }
    if let next, isShort(next, text) { return true }
    if text.seen.isDisjoint(with: [.plate, .vehicle]) { return false }
    return !text.classes(before: place, within: 14).isDisjoint(with: [.plate, .vehicle])
      || text.classes(askedBefore: Int(word.message)).contains(.plate)
  }

  private func isShort(_ word: Int, _ text: PreparedConversation) -> Bool {
    text.words[word].count <= 4 && text.words[word].shape.isAllUpper
  }

  private func score(_ plate: PlateCandidate, _ start: Int, _ text: PreparedConversation) -> Float?
  {
    let near = text.classes(before: start, within: 14)
    let isNamed = near.contains(.plate)
    let hasVehicle =
      isNamed || near.contains(.vehicle) || text.classes(after: start, within: 6).contains(.vehicle)
      || text.classes(askedBefore: Int(text.words[start].message)).contains(.plate)
    if !isNamed, !plate.isDashed, isShouted(plate, text) { return nil }
    if PlateSeries.dutch.contains(plate.form) {
      if plate.isDashed { return isMonth(plate, text) ? nil : 0.9 }
      if plate.isUpper, plate.groups == 3 {
        return hasVehicle || plate.isSpaced ? 0.8 : 0.6
      }
      return hasVehicle && !isSentence(plate, isNamed: isNamed, text) ? 0.7 : nil
    }
    if PlateSeries.distinct.contains(plate.form), plate.isUpper,
      plate.hasSeparators || hasVehicle
    {
      return 0.8
    }
    if hasVehicle, PlateSeries.glued(plate.form) { return 0.6 }
    if hasVehicle, !plate.hasSeparators, PlateSeries.distinct.contains(plate.form) { return 0.6 }
    if PlateSeries.belgian.contains(plate.form), plate.isUpper, plate.isDashed { return 0.55 }
    guard PlateSeries.foreign.contains(plate.form) else {
      return text.classes(before: start, within: 4).contains(.plate) && plate.isUpper
        && plate.figures >= 2 && plate.letters >= 1 ? 0.5 : nil
    }
    return hasVehicle && (plate.isUpper || plate.isDashed && isNamed || isNamed)
      && !isSentence(plate, isNamed: isNamed, text) ? 0.6 : nil
  }

  /// "HIJ IS 20": ordinary words in capitals.
  private func isShouted(_ plate: PlateCandidate, _ text: PreparedConversation) -> Bool {
    plate.words.contains {
      !text.sense($0).classes.isDisjoint(with: [.function, .copula, .pronoun, .follower])
        && !text.words[$0].shape.contains(.hasDigit) && text.words[$0].count >= 2
    }
  }

  private static let ordinary: WordClasses = [
    .function, .unit, .year, .period, .copula, .vehicle,
  ]

  /// "12-mei-20" is a date.
  private func isMonth(_ plate: PlateCandidate, _ text: PreparedConversation) -> Bool {
    plate.words.contains { text.sense($0).classes.contains(.month) }
  }

  /// "2 van 15": ordinary words and counts.
  private func isSentence(
    _ plate: PlateCandidate,
    isNamed: Bool,
    _ text: PreparedConversation
  ) -> Bool {
    !plate.isUpper && !plate.isDashed
      && !text.classes(before: plate.words[0], within: 2).contains(.plate)
      && plate.words.contains {
        !text.words[$0].shape.contains(.hasDigit)
          && !text.sense($0).classes.isDisjoint(
            with: isNamed ? [.function, .year, .period, .copula] : Self.ordinary
          )
      }
  }
}
