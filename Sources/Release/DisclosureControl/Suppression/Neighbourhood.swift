/// A component with the shown cells around it: all that its pattern depends on.
///
/// Every relation of a free cell has its other free cells in the same component, so the rest of
/// these cells are shown, and a replay of the program on them tells what it would have done.
struct Neighbourhood {
  /// The cells as a system of their own.
  let system: LineSystem
  /// The program, with its merges, costs and forced cells in the small system's places.
  let finder: PatternFinder
  /// The pattern in the small system's places.
  let pattern: Pattern
  /// The component's cells, in its order, in the small system's places.
  let members: [Int]

  init(
    _ component: Component,
    of system: LineSystem,
    finder: PatternFinder,
    pattern: Pattern
  ) {
    var inside = Set(component.cells)
    let relations = Set(component.cells.flatMap { system.relationsOfCell[$0] }).sorted()
    for relation in relations {
      for term in system.relations[relation].terms { inside.insert(term.cell) }
    }
    let merges = finder.merges.groups.filter { !inside.isDisjoint(with: $0) }
    for group in merges { inside.formUnion(group) }
    for cell in component.cells { inside.formUnion(system.cells[cell].margins) }
    let places = inside.sorted()
    var local: [Int: Int] = [:]
    for (index, place) in places.enumerated() { local[place] = index }

    var small = LineSystem()
    small.cells = places.map { place in
      var cell = system.cells[place]
      cell.margins = Set(cell.margins.compactMap { local[$0] })
      return cell
    }
    small.relations = relations.map { relation in
      LineSystem.Relation(
        terms: system.relations[relation].terms.compactMap { term in
          local[term.cell].map { .init(cell: $0, coefficient: term.coefficient) }
        },
        isEquality: system.relations[relation].isEquality
      )
    }
    small.relationsOfCell = Array(repeating: [], count: places.count)
    for (index, relation) in small.relations.enumerated() {
      for term in relation.terms { small.relationsOfCell[term.cell].append(index) }
    }
    self.system = small
    var rule = MergeRule()
    rule.groups = merges.map { $0.compactMap { local[$0] } }
    self.finder = PatternFinder(
      rules: finder.rules,
      merges: rule,
      costs: places.map { finder.costs[$0] },
      seeksOptimum: finder.seeksOptimum,
      forced: Set(finder.forced.compactMap { local[$0] })
    )
    self.pattern = Pattern(isWithheld: places.map { pattern.isWithheld[$0] })
    members = component.cells.compactMap { local[$0] }
  }

  /// Tells whether the program would have withheld the same cells for other counts in the component.
  func givesSamePattern(_ values: [Int]) throws(DisclosureError) -> Bool {
    var counts = system.counts
    for (member, value) in zip(members, values) { counts[member] = value }
    return try finder.gives(pattern, system, counts: counts)
  }
}
