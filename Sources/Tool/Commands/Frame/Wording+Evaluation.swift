import Classification
import Codebook
import Evaluation

extension Complaint {
  /// A model that can't be used.
  static func model(_ error: CodingModel.FileError, in path: String, edition: String) -> Complaint {
    switch error {
    case .notAModel:
      Complaint(.usage, path, "no model of this version; make it with luwte train")
    case .otherCodebook(let trained):
      Complaint(
        .usage,
        path,
        "trained under the codebook +\(Codebook.short(trained)), not \(edition); train it anew with "
          + "luwte train, or take it out of luwte.toml"
      )
    }
  }

  /// An annotated file that can't be used.
  static func gold(_ error: EvaluationError, in path: String) -> Complaint {
    switch error {
    case .gold(let line, let field):
      Complaint(
        .usage,
        "\(path):\(line)",
        "\"\(field)\" is missing or has another shape; luwte help evaluate shows the shape"
      )
    case .notJSON(let line):
      Complaint(.usage, "\(path):\(line)", "the line is not JSON (RFC 8259)")
    case .repeated(let line):
      Complaint(.usage, "\(path):\(line)", "this contact was annotated before; keep one line of it")
    case .outOfText(let contact):
      Complaint(
        .usage,
        path,
        "a mark of contact \(contact) of the file reaches past its message; offsets count Unicode "
          + "code points, end exclusive"
      )
    }
  }
}
