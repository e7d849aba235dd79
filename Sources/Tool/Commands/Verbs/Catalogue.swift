extension Verb {
  /// Every command, in the order of a user's day.
  static let all: [Verb] = [
    .initialise, .run, .status, .quarantine, .blocked, .detect, .sanitize, .code, .explain,
    .evaluate, .train,
    .vocabulary, .map, .registrations, .recode, .quality, .close, .plan, .release,
    .verify, .show,
    .codebookDesk, .keyRoom, .forget,
  ]
}
