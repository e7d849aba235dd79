import Commands
import Glibc

exit(Luwte.run(Array(CommandLine.arguments.dropFirst())))
