import Detection

/// Makes variants of annotated contacts: other names in the same sentences, lower case, no signs.
struct Augmentation {
  let sampler: NameSampler

  /// Puts other names in the place of those of a contact; the same name becomes the same name.
  func swapped(_ contact: AnnotatedContact, _ random: inout RandomSource) -> AnnotatedContact {
    var result = contact
    var names: [String: String] = [:]
    for message in result.messages.indices {
      for piece in result.messages[message].pieces.indices {
        let old = result.messages[message].pieces[piece]
        guard let kind = old.kind else { continue }
        let isLower =
          old.text.first?.isLowercase == true && !old.text.contains(where: \.isUppercase)
        let parts: [String]
        switch kind {
        case .person where !old.text.contains("."):
          parts = old.text.split(separator: " ").enumerated().map { place, part in
            let key = part.lowercased()
            if prefixes.contains(key) { return String(part) }
            let new =
              names[key]
              ?? (place == 0
                ? sampler.fill("first", &random) ?? "" : sampler.capitalised(sampler.last(&random)))
            names[key] = new
            return new
          }
        case .location where !old.text.contains(where: \.isNumber) && !old.text.contains(" "):
          let key = old.text.lowercased()
          let new = names[key] ?? sampler.fill("place", &random) ?? ""
          names[key] = new
          parts = [new]
        default: continue
        }
        let new = parts.joined(separator: " ")
        result.messages[message].pieces[piece].text = isLower ? new.lowercased() : new
      }
    }
    return result
  }

  private let prefixes: Set<String> = [
    "van", "de", "der", "den", "ter", "ten", "el", "al", "la", "het", "'t", "op", "dos", "da",
  ]

  /// Writes a contact as hasty chatters do: some in lower case, some without capitals or signs.
  func hasty(_ contact: AnnotatedContact, _ random: inout RandomSource) -> AnnotatedContact {
    var result = contact
    let dropsStops = random.chance(0.3)
    for message in result.messages.indices
    where result.messages[message].speaker == .visitor {
      for piece in result.messages[message].pieces.indices {
        var text = result.messages[message].pieces[piece].text.lowercased()
        if dropsStops, result.messages[message].pieces[piece].kind == nil {
          text = text.replacing(".", with: "").replacing(",", with: "")
        }
        result.messages[message].pieces[piece].text = text
      }
    }
    return result
  }
}
