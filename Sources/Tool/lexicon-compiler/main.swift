import Detection
import Glibc

// Compiles the lists in a folder (by default `Lexicons`) into the file that the detectors map.
let directory = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "Lexicons"
do {
  let bytes = try LexiconSource.compile(directory: directory)
  let path = directory + "/" + Lexicons.fileName
  let file = unsafe fopen(path, "wb")
  guard let file = unsafe file, unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count,
    unsafe fclose(file) == 0
  else {
    print("\(path): cannot be written, error \(errno)")
    exit(4)
  }
  print("\(path): \(bytes.count) bytes")
} catch {
  print("\(error)")
  exit(2)
}
