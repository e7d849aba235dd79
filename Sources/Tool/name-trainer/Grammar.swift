import Detection

/// Sentences and short chats made of templates: `ik heet [[PERSON|{first}]] (en|maar) ...`.
///
/// `(a|b)` is a choice, `{slot}` a draw of `NameSampler` or, `{=list}`, of a list that a line
/// `= list` begins. `# ` begins a contact, as in annotated texts.
struct Grammar {
  private let contacts: [[Substring]]
  private let lists: [Substring: [Substring]]
  let sampler: NameSampler

  init(_ text: String, sampler: NameSampler) {
    var contacts: [[Substring]] = []
    var lists: [Substring: [Substring]] = [:]
    var list: Substring?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { continue }
      if line.hasPrefix("= ") {
        list = line.dropFirst(2)
      } else if line.hasPrefix("# ") {
        list = nil
        contacts.append([])
      } else if let list {
        lists[list, default: []].append(line)
      } else if line.hasPrefix("* ") {
        contacts.append(["v " + line.dropFirst(2)])
      } else if !contacts.isEmpty {
        contacts[contacts.count - 1].append(line)
      }
    }
    self.contacts = contacts
    self.lists = lists
    self.sampler = sampler
  }

  /// The count of templates.
  var count: Int { contacts.count }

  /// Makes a contact of a template.
  func contact(_ number: Int, _ random: inout RandomSource) -> AnnotatedContact {
    var names: [Substring: String] = [:]
    let messages = contacts[number].compactMap {
      AnnotatedContact.message(Substring(expand($0, &names, &random)))
    }
    return AnnotatedContact(id: "template-\(number)", messages: messages)
  }

  private func expand(
    _ template: Substring,
    _ names: inout [Substring: String],
    _ random: inout RandomSource
  ) -> String {
    var result = ""
    var rest = template
    while let sign = rest.firstIndex(where: { $0 == "(" || $0 == "{" }) {
      result += rest[..<sign]
      let isSlot = rest[sign] == "{"
      guard let close = rest[sign...].firstIndex(of: isSlot ? "}" : ")") else { break }
      let inner = rest[rest.index(after: sign)..<close]
      if !isSlot {
        let choices = inner.split(separator: "|", omittingEmptySubsequences: false)
        result += expand(random.pick(choices), &names, &random)
      } else if inner.hasPrefix("=") {
        result += expand(random.pick(lists[inner.dropFirst()] ?? [""]), &names, &random)
      } else {
        // "first:1" is the same name wherever it stands in the contact.
        let parts = inner.split(separator: ":")
        let name = names[inner] ?? sampler.fill(parts[0], &random) ?? ""
        if parts.count > 1 { names[inner] = name }
        result += name
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
