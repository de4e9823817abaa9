import Glibc

@main
enum Main {
  static func main() {
    Interruptions.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(Door(console: Console()).enter(arguments).rawValue)
  }
}
