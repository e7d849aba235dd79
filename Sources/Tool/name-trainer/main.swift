import Detection
import Foundation

// Trains the name model of the texts in `Training` and writes `Lexicons/names.model`.
//
//   name-trainer [--without SET,SET] [--out FILE] [--score SET [--policy strict]]
//
// `--without chats-a` leaves a set of chats out, so that figures on it are cross-validated. The
// same texts, lists and program give the same weights. `--score chats-a` then prints how much of
// that set the trained model covers.
var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst(), let value = arguments.popFirst() { options[name] = value }
let training = options["--training"] ?? "Training"
let directory = options["--lexicons"] ?? "Lexicons"
let output = options["--out"] ?? directory + "/" + Lexicons.modelName
let left = options["--without"]?.split(separator: ",").map(String.init) ?? []
let passes = options["--passes"].flatMap { Int($0) } ?? 6
let copies = options["--copies"].flatMap { Int($0) } ?? 3
let runs = options["--runs"].flatMap { Int($0) } ?? 9
let rounds = options["--rounds"].flatMap { Int($0) } ?? 40

func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

let lexicons = try Lexicons.lists(directory: directory)
let sampler = try NameSampler { file in
  try read(directory + "/" + file).split(separator: "\n").filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
}
let augmentation = Augmentation(sampler: sampler)
let sets = try ["chats-a", "chats-c"].filter { !left.contains($0) }
  .flatMap { AnnotatedContact.read(try read("\(training)/\($0).txt")) }
let prose =
  left.contains("ud") ? [] : AnnotatedContact.read(try read("\(training)/ud.txt"))
let grammar =
  left.contains("templates")
  ? nil : Grammar(try read("\(training)/templates.txt"), sampler: sampler)

/// Makes the examples of one trainer: the same sentences as the others', with names of its own.
@MainActor func examples(_ random: inout RandomSource) -> [NameTrainer.Example] {
  var examples: [NameTrainer.Example] = []
  func add(_ contact: AnnotatedContact, weight: Float) {
    let (conversation, gold) = contact.annotated
    NameTrainer.Example(conversation, gold: gold, lexicons: lexicons, weight: weight)
      .map { examples.append($0) }
  }
  for contact in sets {
    add(contact, weight: 1)
    for copy in 0..<copies {
      let swapped = augmentation.swapped(contact, &random)
      add(copy % 2 == 0 ? augmentation.hasty(swapped, &random) : swapped, weight: 0.7)
    }
  }
  for (number, contact) in prose.enumerated() {
    let swapped = augmentation.swapped(contact, &random)
    add(number % 2 == 0 ? augmentation.hasty(swapped, &random) : swapped, weight: 0.3)
  }
  for _ in 0..<(grammar == nil ? 0 : rounds) {
    for number in 0..<(grammar?.count ?? 0) {
      guard let contact = grammar?.contact(number, &random) else { continue }
      add(random.chance(0.6) ? augmentation.hasty(contact, &random) : contact, weight: 0.5)
    }
  }
  return examples
}

var trainers: [NameTrainer] = []
for run in 1...runs {
  var random = RandomSource(seed: 20_25 + UInt64(run))
  var own = examples(&random)
  let trainer = NameTrainer()
  if let cost = options["--miss"].flatMap({ Float($0) }) { trainer.missCost = cost }
  if let cost = options["--excess"].flatMap({ Float($0) }) { trainer.excessCost = cost }
  var wrong = 0
  for _ in 1...passes {
    own.shuffle(using: &random)
    wrong = own.reduce(0) { $0 + trainer.train($1) }
  }
  print("run \(run): \(wrong) words wrong in \(own.count) contacts")
  trainers.append(trainer)
}
try Data(NameTrainer.compiled(trainers)).write(to: URL(fileURLWithPath: output))
print("\(output): written")
if let set = options["--score"] {
  let detector = try Detector(
    lexicons: Lexicons.open(directory: directory, model: output),
    policy: options["--policy"] == "strict" ? .strict : .balanced
  )
  var score = Score()
  for contact in AnnotatedContact.read(try read("\(training)/\(set).txt")) {
    score.add(contact, detector)
  }
  for line in score.lines { print(line) }
}
