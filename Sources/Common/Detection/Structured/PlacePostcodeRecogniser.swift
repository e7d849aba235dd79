/// Finds four- or five-figure postal codes right before a place that another recogniser found.
///
/// Belgian and German addresses write the code before the town: "9000 Gent", "52062 Aachen".
struct PlacePostcodeRecogniser: Recogniser {
  let name = "postcode.place"
  let lexicons: Lexicons

  func recognise(_ text: PreparedConversation, into findings: inout [Finding]) {
    let codes = text.digitWords.filter {
      let word = text.words[Int($0)]
      return word.shape.isNumber && (4...5).contains(word.count)
        && text.folded[Int(word.start)] != 0x30
    }
    if codes.isEmpty { return }
    // Made when first asked for: few numbers stand before a town or behind an address.
    lazy var addresses = Set(findings.lazy.filter { $0.kind == .address }.map(\.range.upperBound))
    lazy var places = Set(
      findings.lazy.filter { $0.kind == .location || $0.kind == .person }.map(\.range.lowerBound)
    )
    for place in codes {
      if isBehindAddress(Int(place), addresses, text) {
        findings.append(
          text.finding(
            text.words[Int(place)].range,
            in: Int(text.words[Int(place)].message),
            .postalCode,
            score: 0.6,
            by: name,
            evidence: "behind an address"
          )
        )
        continue
      }
      guard let next = text.word(after: Int(place)), text.words[next].gap == .space,
        isTown(
          next,
          isFound: places.contains(text.original(text.words[next].range).lowerBound),
          text
        )
      else { continue }
      findings.append(
        text.finding(
          text.words[Int(place)].range,
          in: Int(text.words[next].message),
          .postalCode,
          score: 0.7,
          by: name,
          evidence: "before a place"
        )
      )
    }
  }

  /// "Dorp-West 44, 9080": a code of Belgium behind a comma after a street and number.
  private func isBehindAddress(
    _ code: Int,
    _ addresses: Set<Int>,
    _ text: PreparedConversation
  ) -> Bool {
    guard let before = text.word(before: code), text.words[code].gap == [.comma, .space],
      text.words[code].count == 4
    else { return false }
    return addresses.contains(text.original(text.words[before].range).upperBound)
  }

  /// Says whether a word is a town: a name that no ordinary word shares, or one found as a name.
  private func isTown(_ word: Int, isFound: Bool, _ text: PreparedConversation) -> Bool {
    let entry = lexicons.entry(Array(text.folded[text.words[word].range]))
    guard entry.isIn(.place) else { return isFound && text.words[word].shape.isCapitalised }
    return isFound || !entry.isIn([.dutch, .english, .slang])
  }
}
