public import Text

/// What a study asks again and again: numbers that follow from a design and the number of a replicate alone.
///
/// Replicate *r* draws the same random numbers whatever the design (common random numbers), so that two designs
/// meet the same cars and their difference is due to the designs.
public protocol StudyModel: Sendable {
  /// Everything beside design and replicate that a result depends on, so that a worker elsewhere can make the same
  /// model from it: the kind of world, its version, the scenario, the factors and the seed.
  var document: JSONObject { get }
  /// The names of the numbers.
  var measures: [String] { get }

  /// Works out some replicates of one design, in their order.
  func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]]
}

/// Some replicates of one design.
public struct StudyTask: Equatable, Hashable, Sendable {
  /// One value for each factor.
  public var design: [Double]
  /// Which replicates.
  public var replicates: Range<Int>

  /// Asks for replicates of a design.
  public init(_ design: [Double], replicates: Range<Int>) {
    self.design = design
    self.replicates = replicates
  }
}
