import AuditPlugin
import BlackoutsPlugin
import DiffPlugin
import GalleryPlugin
import ParetoPlugin
import QueuePlugin
import SensitivityPlugin
import SimulatePlugin
import SitingPlugin
import StrandingPlugin

/// All tools, in the order of the help.
///
/// Adding one is a folder in `tools/`, a folder in `Tests/` and a line here; a test compares this list with the
/// folders.
let toolRack: [any RackItem] = [
  ToolItem<ParetoTool>(),
  ToolItem<QueueTool>(),
  ToolItem<SimulateTool>(),
  ToolItem<StrandingTool>(),
  ToolItem<SensitivityTool>(),
  ToolItem<SitingTool>(),
  ToolItem<BlackoutsTool>(),
  ToolItem<DiffTool>(),
  ToolItem<AuditTool>(),
  ToolItem<GalleryTool>(),
]

/// What evtools itself can do, beside the tools.
let commandRack: [any RackItem] = [
  ScenarioItem(),
  CommandItem<RunsCommand>(),
  CommandItem<RerunCommand>(),
  StudyItem(),
  CommandItem<WorkerCommand>(),
  ReportItem(),
  CommandItem<PublishCommand>(),
  FigureItem(),
  DemoItem(),
  CommandItem<HelpCommand>(),
  CommandItem<SchemaCommand>(),
  CommandItem<CompletionCommand>(),
  CommandItem<DoctorCommand>(),
]
