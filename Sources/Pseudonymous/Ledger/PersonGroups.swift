/// Which contacts are of one visitor: those that share a link token, however many steps apart.
///
/// Union by the smaller index, so that the result does not depend on the order of the links.
struct PersonGroups {
  private var parent: [Int] = []
  private var contactOfLink: [String: Int] = [:]

  /// Adds a contact with its link tokens; gives its index.
  mutating func add(links: [String]) -> Int {
    let index = parent.count
    parent.append(index)
    for link in links {
      if let other = contactOfLink[link] {
        join(index, other)
      } else {
        contactOfLink[link] = index
      }
    }
    return index
  }

  /// The groups, each with its contacts in the order they were added.
  mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for index in parent.indices { members[root(index), default: []].append(index) }
    return members.keys.sorted().map { members[$0] ?? [] }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    parent[max(a, b)] = min(a, b)
  }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }
}
