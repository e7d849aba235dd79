import Commands
import Glibc

exit(await Luwte.run(Array(CommandLine.arguments.dropFirst()), in: .process()).rawValue)
