/// Whole numbers that are written as words, by the codebook's lists `number_1`...`number_25`.
enum NumberWords {
  /// The number that a word names, `lowest` or more; ordinals ("twaalfde") count too.
  static func value(at word: Int, _ reading: Reading, from lowest: Int) -> Int? {
    guard reading.has(.numberWord, at: word) else { return nil }
    for number in lowest...25
    where reading.has(FactList.number(number), at: word) { return number }
    return nil
  }
}
