import COpenSSL

/// The part of memory that holds keys: locked against swapping, left out of core dumps, zeroed.
///
/// OpenSSL's secure heap, made once a process, with guard pages on both sides. Where the limit on
/// locked memory is small a smaller heap is tried; where nothing can be locked the heap still works
/// and `isLocked` is false, so that the keyring can refuse to open.
public enum SecureHeap {
  /// Sizes tried, in bytes, powers of two: 256 KiB holds thousands of keys; 32 KiB a few hundred.
  static let sizes = [262_144, 32_768]
  /// The smallest block, in bytes.
  static let block = 32

  private enum State {
    case absent
    case unlocked
    case locked
  }

  private static let state: State = {
    for size in sizes {
      switch CRYPTO_secure_malloc_init(size, block) {
      case 1: return .locked
      case 2 where size == sizes.last: return .unlocked
      // OpenSSL unmaps the heap that it could not lock only while nothing was taken from it.
      case 2: guard CRYPTO_secure_malloc_done() == 1 else { return .unlocked }
      default: continue
      }
    }
    return .absent
  }()

  /// Whether keys can be held at all.
  public static var isAvailable: Bool { state != .absent }

  /// Whether the pages that hold keys are locked against swapping.
  public static var isLocked: Bool { state == .locked }
}
