/// How long a token must be so that two identities hardly ever share one.
///
/// Among n random tokens of b bits the chance of any collision is at most n²/2^(b+1) (the birthday
/// bound). The length is the shortest that keeps it below the scope's bound.
public enum TokenLength {
  /// The chance of any collision that a contact's tokens may have.
  public static let bound = 1e-6

  /// The shortest token in a text, in characters of five bits: enough for 1,482 details.
  public static let shortestInText = 8

  /// The characters of tokens that count in the whole line or release: 130 bits.
  ///
  /// A hundred million contacts then collide with a chance below 4e-24.
  public static let wide = 26

  /// The characters of a token in a scope of at most `identities`.
  public static func inText(identities: Int) -> Int {
    var characters = shortestInText
    while collisionBound(identities: identities, characters: characters) > bound,
      characters < wide
    {
      characters += 1
    }
    return characters
  }

  /// The bound n²/2^(b+1) on the chance that any two of n identities share a token.
  public static func collisionBound(identities: Int, characters: Int) -> Double {
    let n = Double(identities)
    var bound = n * n / 2
    for _ in 0..<characters { bound /= 32 }
    return bound
  }
}
