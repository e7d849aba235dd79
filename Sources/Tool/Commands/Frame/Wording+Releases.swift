import Aggregation
import Datasets
import DisclosureControl

/// What is said when a release cannot be made.
extension Complaint {
  init(_ error: AggregationError) {
    switch error {
    case .tooManyCodes(let variable, let count):
      self.init(.usage, "codebook.toml: \(variable)", "\(count) codes; use at most 64")
    case .unknownVariable(let variable):
      self.init(.usage, "tableplan.toml: \(variable)", "the codebook has no such variable")
    case .unknownCode(let variable, let code):
      self.init(.usage, "\(variable) \(code)", "the codebook has no such code")
    case .unknownPopulation(let id):
      self.init(.usage, "tableplan.toml: \(id)", "the codebook has no such population")
    case .notMergeable(let table):
      self.init(.usage, table, "the parts are not of one table, population and period")
    }
  }

  init(_ error: DisclosureError) {
    switch error {
    case .doesNotAddUp(let table, let cell):
      self.init(
        .checkFailed,
        "\(table) \(cell)",
        "its lines do not add up to their total; correct the hierarchy in tableplan.toml"
      )
    case .twoMultiAnswerVariables(let table):
      self.init(
        .usage,
        "tableplan.toml: \(table)",
        "it crosses two variables with several answers; take one of them out"
      )
    case .infeasible(let wanted, let exposed, let remedy):
      let told = remedy.map { one in
        "\(one.cell)" + (one.instead.map { " (\($0) may be said instead)" } ?? "")
      }
      self.init(
        .checkFailed,
        "release",
        """
        refused, nothing was written: the \(wanted.count) wanted cells would give these away: \
        \(exposed.map(\.description).joined(separator: "; ")); \
        \(told.isEmpty
          ? "take a figure out of tableplan.toml or merge lines, or let its tables protect zeros"
          : "it would pass without these: \(told.joined(separator: "; "))")
        """
      )
    case .revisionNotDeclared(let key):
      self.init(
        .checkFailed,
        key.description,
        "this cell left before with another number; nothing was written"
      )
    case .rowsNotAnonymous(let file):
      self.init(
        .checkFailed,
        "tableplan.toml: \(file)",
        """
        refused, nothing was written: no layout that keeps an identifying variable has k rows that look \
        alike and l answers among them; add coarser levels, take a variable out, or ask for a table
        """
      )
    case .rowsGiveAway(let file, let exposed):
      self.init(
        .checkFailed,
        "tableplan.toml: \(file)",
        """
        refused, nothing was written: with all that left before, the rows would give these away: \
        \(exposed.map(\.description).joined(separator: "; ")); write the variables in coarser lines, or \
        take one out
        """
      )
    case .rowsAreOut(let file, let period):
      self.init(
        .checkFailed,
        "\(file) \(period)",
        "rows of the same persons left in this file; two files could be joined row by row, so give "
          + "this recipient the same file, or a table"
      )
    case .solverStopped(let status):
      self.init(
        .checkFailed,
        "release",
        "the audit did not finish (solver status \(status)); nothing was written"
      )
    case .noiseIsDrawnApart(let table):
      self.init(
        .usage,
        "tableplan.toml: \(table)",
        "a table under noise is drawn once and released by itself; use another method here"
      )
    case .notAdditive(let table):
      self.init(
        .usage,
        "tableplan.toml: \(table)",
        "a variable with several answers cannot be rounded; use suppress or cellkey"
      )
    case .parametersInfeasible(let reason):
      self.init(.usage, "tableplan.toml", "the method's parameters cannot be met: \(reason)")
    }
  }

  /// Why a person must look, for the line's own eyes: it names the cell.
  static func text(of reason: ReviewReason) -> String {
    switch reason {
    case .replayUnfinished(let key): "\(key): no proof within the tries allowed"
    case .tooLargeToReplay(let key, let cells):
      "\(key): hangs together with \(cells) cells, too many to replay the program on"
    case .provedInRealNumbersOnly(let key): "\(key): no two tables in whole numbers prove it"
    case .withheldAfterReplay(let key): "\(key): withheld after the replay, looking at counts"
    }
  }

  init(_ error: NoiseError) {
    switch error {
    case .budgetSpent(let left, let needed):
      self.init(
        .checkFailed,
        "tableplan.toml [noise]",
        "refused: these tables cost rho \(Self.rho(needed)) and \(Self.rho(left)) of the period's "
          + "budget is left; leave out tables or raise the variance"
      )
    case .exactTablesAreOut(let key):
      self.init(
        .checkFailed,
        key.description,
        "refused: this cell left exactly, so no epsilon would mean anything for the same persons"
      )
    case .expenseMalformed:
      self.init(.usage, "tableplan.toml [noise]", "the variance or a cost cannot be used")
    }
  }

  private static func rho(_ billionths: Int) -> String { "\(Double(billionths) / 1e9)" }

  static let noiseOrRows = Complaint(
    .usage,
    "--microdata",
    "rows and tables under noise never leave together; leave out one of --noise and --microdata"
  )

  static func rowsForPublic(_ recipient: String) -> Complaint {
    Complaint(
      .usage,
      "--microdata",
      "\(recipient) is no recipient under contract, and rows of persons never leave to the public; "
        + "name a recipient whose audience is contract in governance.toml, or leave out --microdata"
    )
  }

  static func unknownMicrodata(_ id: String, known: [String]) -> Complaint {
    Complaint(
      .usage,
      "--microdata \(id)",
      known.isEmpty
        ? "the plan has no file of rows; add [[microdata]] to tableplan.toml"
        : "the plan has no such file; write one of: \(known.joined(separator: ", "))"
    )
  }

  static let noNoise = Complaint(
    .usage,
    "--noise",
    "the plan has no table under noise for this recipient; give a table method = \"noise\""
  )

  static let noRowsOfRevision = Complaint(
    .usage,
    "--microdata",
    "a revision has no file of rows: two files of the same persons would be laid side by side"
  )

  static let noNoiseOfRevision = Complaint(
    .usage,
    "--noise",
    "a revision has no tables under noise: a second draw for the same persons would undo the first"
  )

  static func noiseIsOut(_ table: String, period: String) -> Complaint {
    Complaint(
      .checkFailed,
      "\(table) \(period)",
      "left under noise: exact tables of the same persons would void what was promised of it"
    )
  }

  static func baseMissing(_ table: String, cell: String, base: String) -> Complaint {
    Complaint(
      .usage,
      "\(table) \(cell)",
      "this index is against \(base), which is closed but never left; release \(base) first"
    )
  }

  static func crowdedMargin(_ file: String, _ margin: String) -> Complaint {
    Complaint(
      .usage,
      file,
      "more than \(TablePlan.tablesSharingAMargin) tables of plan and request together cross "
        + "\(margin) with other variables; ask for fewer"
    )
  }

  static func needsReview(_ reasons: [ReviewReason]) -> Complaint {
    let named = reasons.map(text(of:))
    return Complaint(
      .checkFailed,
      "release",
      "nothing was written: the audit asks for a person (\(named.joined(separator: "; "))); "
        + "look at these cells, then add --accept-review"
    )
  }

  init(_ error: DatasetError) {
    switch error {
    case .system(let path, let code):
      self.init(.machineFailed, path.isEmpty ? "release" : path, Self.systemReason(code))
    case .exists: self.init(.usage, "release", "something stands there already; move it away")
    case .digest: self.init(.machineFailed, "release", "a digest could not be made")
    case .malformed(let path, let reason): self.init(.checkFailed, path, reason)
    }
  }
}
