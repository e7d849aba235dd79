/// One call of a verb: its operands, its options, and the world it runs in.
struct Invocation: Sendable {
  let verb: Verb
  let operands: [String]
  let values: [String: String]
  let world: World

  /// The value of an option; `nil` where it was not given.
  func value(_ option: Option) -> String? { values[option.name] }

  /// Tells whether a switch was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// A whole number within a range.
  func integer(_ option: Option, in range: ClosedRange<Int>) throws(Complaint) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .optionOutOfRange(option.name, text, range)
    }
    return number
  }

  /// The project folder as given, or this one.
  var projectPath: String { value(.project) ?? "." }

  /// The first operand of a verb of several actions.
  ///
  /// - Parameter counts: How many operands each action takes, itself included.
  /// - Returns: The action.
  /// - Throws: `Complaint` for another word, or where too few or too many stand behind it.
  func action(of counts: [String: ClosedRange<Int>]) throws(Complaint) -> String {
    let action = operands.first ?? ""
    guard let count = counts[action] else {
      throw .unknownAction(verb, action, counts.keys.sorted())
    }
    guard count.contains(operands.count) else { throw .wrongOperands(verb, operands.count) }
    return action
  }

  /// Reads the words after the verb.
  ///
  /// `--name value` and `--name=value` are the same; `--` ends the options.
  static func parse(_ words: [String], for verb: Verb, in world: World) throws(Complaint)
    -> Invocation
  {
    let options = verb.options + [.help]
    var operands: [String] = []
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.count > 1, word.hasPrefix("-") else {
        operands.append(word)
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = options.first(where: { $0.name == parts[0] || $0.short == parts[0] })
      else { throw .unknownOption(parts[0], of: verb) }
      guard values[option.name] == nil else { throw .repeatedOption(option.name) }
      guard let placeholder = option.value else {
        guard parts.count == 1 else { throw .valueForSwitch(option.name, parts[1]) }
        values[option.name] = ""
        continue
      }
      if option.mayStandAlone, parts.count == 1, !option.allowed.contains(rest.first ?? "") {
        values[option.name] = ""
        continue
      }
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
        throw .missingValue(option.name, placeholder)
      }
      guard option.allowed.isEmpty || option.allowed.contains(value) else {
        throw .valueNotAllowed(option.name, value, option.allowed)
      }
      values[option.name] = value
    }
    if values[Option.help.name] == nil, !verb.operands.count.contains(operands.count) {
      throw .wrongOperands(verb, operands.count)
    }
    return Invocation(verb: verb, operands: operands, values: values, world: world)
  }
}
