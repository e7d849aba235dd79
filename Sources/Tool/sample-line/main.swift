// Makes an invented help line: `sample-line PERSONS --out DIR [--text-only]`.
//
// Writes `2019.jsonl.gz` and so on into DIR, which must exist. With `--text-only` the chats have no
// registration, and `gold.jsonl` holds what their texts tell, for `luwte evaluate`.

import Compression
import SampleLine

let usage = "usage: sample-line PERSONS --out DIR [--text-only]"

var arguments = Array(CommandLine.arguments.dropFirst())
let isTextOnly = arguments.contains("--text-only")
arguments.removeAll { $0 == "--text-only" }
guard arguments.count == 3, arguments[1] == "--out" else { fail(usage, 2) }
let folder = arguments[2]

do {
  let persons = try InputFile(path: arguments[0]).readAll()
  let line = try Line(persons: String(decoding: persons, as: UTF8.self))
  for year in line.years {
    let file = try OutputFile(path: "\(folder)/\(year).jsonl.gz")
    try file.write(line.chats(of: year, withRegistration: !isTextOnly))
    try file.finish()
  }
  if isTextOnly {
    let file = try OutputFile(path: "\(folder)/gold.jsonl")
    try file.write(line.gold())
    try file.finish()
  }
} catch let error as PersonsError {
  switch error {
  case .header: fail("\(arguments[0]), line 1: not the header of a list of persons", 2)
  case .row(let line): fail("\(arguments[0]), line \(line): not a row of a list of persons", 2)
  }
} catch CompressionError.system(let code) {
  fail("sample-line: could not read \(arguments[0]) or write to \(folder) (errno \(code))", 4)
} catch {
  fail("sample-line: \(error)", 4)
}
