import Codebook
import Configuration

/// What `governance.toml` says: purpose, ground, and who may receive releases.
struct Governance: Sendable {
  /// Who may receive releases.
  struct Recipient: Sendable {
    /// The name on the command line.
    let id: String
    /// What reports call it, in Dutch and English.
    let label: Label
    /// `public` or `contract`: which threshold holds.
    let audience: String
  }

  let purpose: String
  let ground: String
  let dpia: String
  let reviewDate: String
  /// What every release says before all else, such as that its data are invented.
  let notice: Label?
  /// In alphabetical order of their ids.
  let recipients: [Recipient]

  /// Every key of the file.
  static let keys = ["purpose", "ground", "dpia", "review_date", "notice", "recipients"]
  static let audiences = ["public", "contract"]

  /// Reads the root table of `governance.toml`.
  static func read(_ table: ConfigurationTable) throws(ConfigurationError) -> Governance {
    try table.refuseKeys(otherThan: keys)
    let section = try table.requiredTable("recipients")
    var recipients: [Recipient] = []
    for id in section.keys {
      let entry = try section.requiredTable(id)
      try entry.refuseKeys(otherThan: ["label", "class"])
      let label = try entry.requiredTable("label")
      try label.refuseKeys(otherThan: ["nl", "en"])
      recipients.append(
        Recipient(
          id: id,
          label: Label(nl: try label.requiredString("nl"), en: try label.requiredString("en")),
          audience: try entry.word("class", of: audiences) ?? "public"
        )
      )
    }
    var notice: Label?
    if let table = try table.table("notice") {
      try table.refuseKeys(otherThan: ["nl", "en"])
      notice = Label(nl: try table.requiredString("nl"), en: try table.requiredString("en"))
    }
    guard let reviewDate = try table.date("review_date") else {
      throw table.error("review_date", "missing", remedy: "add the date of the next review")
    }
    return Governance(
      purpose: try table.requiredString("purpose"),
      ground: try table.requiredString("ground"),
      dpia: try table.requiredString("dpia"),
      reviewDate: reviewDate,
      notice: notice,
      recipients: recipients
    )
  }
}
