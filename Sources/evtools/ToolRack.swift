import QueuePlugin

/// All tools, in the order of the help.
///
/// Adding one is a folder in `tools/`, a folder in `Tests/` and a line here; a test compares this list with the
/// folders.
let toolRack: [any RackItem] = [
  ToolItem<QueueTool>()
]

/// What evtools itself can do, beside the tools.
let commandRack: [any RackItem] = [
  CommandItem<RunsCommand>(),
  CommandItem<RerunCommand>(),
  CommandItem<HelpCommand>(),
  CommandItem<SchemaCommand>(),
  CommandItem<CompletionCommand>(),
  CommandItem<DoctorCommand>(),
]
