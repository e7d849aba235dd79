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
let rounds = options["--rounds"].flatMap { Int($0) } ?? 40

func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

let lexicons = try Lexicons.lists(directory: directory)
let sampler = try NameSampler { file in
  try read(directory + "/" + file).split(separator: "\n").filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
}
let augmentation = Augmentation(sampler: sampler)
var random = RandomSource(seed: 20_26)
var examples: [NameTrainer.Example] = []

@MainActor func add(_ contact: AnnotatedContact, weight: Float) {
  let (conversation, gold) = contact.annotated
  if let example = NameTrainer.Example(conversation, gold: gold, lexicons: lexicons, weight: weight)
  {
    examples.append(example)
  }
}

for set in ["chats-a", "chats-c"] where !left.contains(set) {
  for contact in AnnotatedContact.read(try read("\(training)/\(set).txt")) {
    add(contact, weight: 1)
    for copy in 0..<copies {
      let swapped = augmentation.swapped(contact, &random)
      add(copy % 2 == 0 ? augmentation.hasty(swapped, &random) : swapped, weight: 0.7)
    }
  }
}
if !left.contains("ud") {
  for (number, contact) in AnnotatedContact.read(try read("\(training)/ud.txt")).enumerated() {
    let swapped = augmentation.swapped(contact, &random)
    add(number % 2 == 0 ? augmentation.hasty(swapped, &random) : swapped, weight: 0.3)
  }
}
if !left.contains("templates") {
  let grammar = Grammar(try read("\(training)/templates.txt"), sampler: sampler)
  for _ in 0..<rounds {
    for number in 0..<grammar.count {
      let contact = grammar.contact(number, &random)
      add(random.chance(0.6) ? augmentation.hasty(contact, &random) : contact, weight: 0.5)
    }
  }
}
let trainer = NameTrainer()
if let cost = options["--miss"].flatMap({ Float($0) }) { trainer.missCost = cost }
if let cost = options["--excess"].flatMap({ Float($0) }) { trainer.excessCost = cost }
for pass in 1...passes {
  examples.shuffle(using: &random)
  var wrong = 0
  for example in examples { wrong += trainer.train(example) }
  print("pass \(pass): \(wrong) words wrong in \(examples.count) contacts")
}
try Data(trainer.compiled()).write(to: URL(fileURLWithPath: output))
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
