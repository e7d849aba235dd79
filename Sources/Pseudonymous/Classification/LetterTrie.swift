/// Words as paths of folded letters; node 0 is dead, node 1 the root.
///
/// A node's children stand side by side, so a node needs eight bytes: which letters go on, and where
/// the first child stands.
struct LetterTrie: Sendable {
  private struct Node {
    /// A bit a letter that goes on.
    var letters: UInt32 = 0
    var firstChild: Int32 = 0
  }

  static let dead = 0
  static let root = 1

  private var nodes: [Node] = [Node(), Node()]
  /// The letters that lead to each node.
  private var paths: [[UInt8]] = [[], []]
  private var parents = [LetterTrie.dead, LetterTrie.dead]

  /// The count of nodes, the dead one included.
  var count: Int { nodes.count }

  /// Builds the trie of words, whatever their order.
  init(_ words: some Collection<[UInt8]>) {
    var branches = [Int: [[UInt8]]]()
    branches[Self.root] = words.sorted { $0.lexicographicallyPrecedes($1) }
    var node = Self.root
    while node < nodes.count {
      let depth = paths[node].count
      nodes[node].firstChild = Int32(nodes.count)
      for word in branches.removeValue(forKey: node) ?? [] where word.count > depth {
        let letter = word[depth] & 31
        if nodes[node].letters & 1 << UInt32(letter) == 0 {
          nodes[node].letters |= 1 << UInt32(letter)
          nodes.append(Node())
          paths.append(paths[node] + [letter])
          parents.append(node)
        }
        branches[nodes.count - 1, default: []].append(word)
      }
      node += 1
    }
  }

  /// The node behind a letter; `dead` where no word goes on so.
  @inline(__always)
  func node(after node: Int, _ letter: UInt8) -> Int {
    let bit: UInt32 = 1 << UInt32(letter & 31)
    let letters = nodes[node].letters
    guard letters & bit != 0 else { return Self.dead }
    return Int(nodes[node].firstChild) + (letters & (bit - 1)).nonzeroBitCount
  }

  /// Visits all nodes but the dead one, each after its parent; the root's parent is `dead`.
  func visit(_ body: (_ node: Int, _ parent: Int, _ letters: [UInt8]) -> Void) {
    for node in Self.root..<count { body(node, parents[node], paths[node]) }
  }
}
