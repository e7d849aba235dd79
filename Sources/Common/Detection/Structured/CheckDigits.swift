/// Check digits of registers and standards; digits are values 0 to 9.
enum CheckDigits {
  /// The 11-test of the Dutch citizen service number: weights 9 to 2, and -1 for the last digit.
  ///
  /// Source: Besluit BSN and the RvIG's "Logisch ontwerp BSN". Eight digits count with a zero
  /// in front.
  static func isBSN(_ digits: some Collection<UInt8>) -> Bool {
    guard digits.count == 9 || digits.count == 8 else { return false }
    var sum = 0
    var weight = digits.count
    for digit in digits {
      sum += Int(digit) * (weight == 1 ? -1 : weight)
      weight -= 1
    }
    return sum % 11 == 0 && digits.contains { $0 != 0 }
  }

  /// The formula of Luhn (ISO/IEC 7812-1, annex B).
  static func isLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    var doubles = false
    for digit in digits.reversed() {
      let value = doubles ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
      doubles.toggle()
    }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }

  /// The remainder of ISO 7064 MOD 97-10 over letters (a is 10) and digits.
  static func mod97(_ characters: some Sequence<UInt8>) -> Int {
    var remainder = 0
    for byte in characters {
      if byte &- 0x30 < 10 {
        remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      } else {
        remainder = (remainder * 100 + Int(byte | 0x20) - 0x61 + 10) % 97
      }
    }
    return remainder
  }

  /// The check of the Belgian national register number: 97 less the first nine digits mod 97.
  ///
  /// Source: Koninklijk besluit of 3 April 1984; those born from 2000 on count with a 2 in front.
  static func isBelgianNationalNumber(_ digits: some Collection<UInt8>) -> Bool {
    guard digits.count == 11 else { return false }
    let head = digits.prefix(9).reduce(0) { $0 * 10 + Int($1) }
    let check = digits.suffix(2).reduce(0) { $0 * 10 + Int($1) }
    return 97 - head % 97 == check || 97 - (2_000_000_000 + head) % 97 == check
  }

  /// The check of the Polish PESEL number: weights 1, 3, 7, 9 repeated.
  ///
  /// Source: Ustawa o ewidencji ludności of 24 September 2010, article 15.
  static func isPESEL(_ digits: some Collection<UInt8>) -> Bool {
    guard digits.count == 11 else { return false }
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]
    return zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 } % 10 == 0
  }
}
