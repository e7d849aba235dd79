import Cryptography
import Testing

/// The bytes of hexadecimal digits; white space is ignored.
func bytes(_ hexadecimal: String) throws -> [UInt8] {
  try #require(Hexadecimal.decode(hexadecimal.filter { !$0.isWhitespace }))
}

/// A secret of hexadecimal digits.
func secret(_ hexadecimal: String) throws -> SecureBytes {
  let plain = try bytes(hexadecimal)
  return try SecureBytes(copying: plain.span)
}

/// The hexadecimal digits of a secret of a test.
func shown(_ secret: SecureBytes) -> String { secret.withBytes { Hexadecimal.encode($0) } }
