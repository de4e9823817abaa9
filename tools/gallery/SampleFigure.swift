import Figures

/// A figure of the gallery, drawn from sample data that its file makes.
protocol SampleFigure: Sendable {
  /// The name of its files.
  static var name: String { get }
  /// What is drawn.
  static var figure: Figure { get }
}
