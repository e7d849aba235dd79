import Detection

/// What a leak check found: how often values of a kind stood where none may stand; never a value.
public struct LeakHit: Equatable, Sendable {
  /// Where a value was known from.
  public enum Origin: String, CaseIterable, Sendable {
    /// A contact's metadata.
    case metadata
    /// A finding in a contact's text.
    case finding
  }

  /// The kind of detail.
  public let kind: EntityKind
  /// Where it was known from.
  public let origin: Origin
  /// How often it stood there.
  public let count: Int
}

/// Counts hits by kind and origin.
struct LeakTally {
  private var counts: [Int] = []

  private static let origins = LeakHit.Origin.allCases

  mutating func add(_ source: LeakSource) {
    if counts.isEmpty {
      counts = Array(repeating: 0, count: EntityKind.allCases.count * Self.origins.count)
    }
    counts[source.rawValue] += 1
  }

  /// The hits, in order of kind and origin.
  var hits: [LeakHit] {
    counts.enumerated().filter { $0.element > 0 }.map { place, count in
      LeakHit(
        kind: EntityKind.allCases[place / Self.origins.count],
        origin: Self.origins[place % Self.origins.count],
        count: count
      )
    }
  }
}

/// A kind and an origin in one byte.
struct LeakSource: Equatable {
  let rawValue: Int

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The kind.
  var kind: EntityKind { EntityKind.allCases[rawValue / LeakHit.Origin.allCases.count] }

  init(_ kind: EntityKind, _ origin: LeakHit.Origin) {
    rawValue = kind.place * 2 + (origin == .metadata ? 0 : 1)
  }
}
