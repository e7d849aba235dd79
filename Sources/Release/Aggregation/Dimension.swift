import Codebook

/// How one variable is laid out in tables: its lines, in order, the total first.
public struct Dimension: Sendable {
  /// The dimension's id in the plan.
  public let id: String
  /// The variable's id.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// The variable's place in the layout.
  public let column: Int
  /// The variable's codes and bits.
  public let layout: RowLayout.Column
  /// The lines, the total first.
  public let lines: [Line]
  /// Groups whose codes are shown all together or not at all; ids of lines.
  public let merges: [String]
  /// Codes of a multi-answer variable that never stand beside another code.
  public let exclusive: [String]

  /// Whether a person may be counted in several lines.
  public var isMulti: Bool { layout.isMulti }

  /// The place of a line; `nil` where there is none of that id.
  public func place(of line: String) -> Int? { lines.firstIndex { $0.id == line } }
}
