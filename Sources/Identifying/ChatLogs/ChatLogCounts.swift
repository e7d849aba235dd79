/// What a reader has met so far, in numbers that name nobody.
public struct ChatLogCounts: Equatable, Sendable {
  /// Lines, the blank ones included.
  public internal(set) var lines = 0
  /// Lines of nothing but white space.
  public internal(set) var blankLines = 0
  /// Contacts given.
  public internal(set) var contacts = 0
  /// Lines, or rests of an input, that are damaged.
  public internal(set) var damaged = 0
  /// Messages of contacts that count.
  public internal(set) var messages = 0
  /// Internal notes left out.
  public internal(set) var internalNotes = 0
  /// Deleted messages left out.
  public internal(set) var deletedMessages = 0
  /// Contacts whose end lies before their start; it is read as the start.
  public internal(set) var endsBeforeStart = 0
  /// Fields that the schema does not know, dropped, by place.
  public internal(set) var droppedFields: [ChatLogField.Place: Int] = [:]
}
