/// A length on paper, in points: 72 of them are an inch.
///
///     Points(millimetres: 89).value   // 252.28…
public struct Points: Equatable, Hashable, Comparable, Sendable {
  /// How many.
  public var value: Double

  /// Makes a length of so many points.
  public init(_ value: Double) { self.value = value }

  /// Makes a length of so many millimetres.
  public init(millimetres: Double) { self.init(millimetres * 72 / 25.4) }

  /// Makes a length of so many inches.
  public init(inches: Double) { self.init(inches * 72) }

  /// The length in millimetres.
  public var millimetres: Double { value * 25.4 / 72 }

  /// The length in inches.
  public var inches: Double { value / 72 }

  /// The whole number of dots that an image of this length has.
  ///
  ///     Points(inches: 3.5).dots(perInch: 300)   // 1050
  public func dots(perInch resolution: Double) -> Int {
    Int((value * resolution / 72).rounded())
  }

  /// Tells whether one length is the shorter.
  public static func < (left: Points, right: Points) -> Bool { left.value < right.value }
}
