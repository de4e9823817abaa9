/// How names are laid along an axis: equal bands from 0 to 1, in the order given.
///
///     let chargers = CategoryScale(["AC", "DC", "HPC"])
///     chargers.position(of: "DC")        // 0.5
///     chargers.category(at: 0.9)         // "HPC"
///
/// Names are data: they become labels as they stand, never as markup.
public struct CategoryScale: Equatable, Sendable {
  /// The names, each once, in the order of their first appearance.
  public let categories: [String]

  private let places: [String: Int]

  /// Lays names along an axis; one that comes again is the same category.
  public init(_ names: some Sequence<String>) {
    var (categories, places) = ([String](), [String: Int]())
    for name in names where places[name] == nil {
      places[name] = categories.count
      categories.append(name)
    }
    (self.categories, self.places) = (categories, places)
  }

  /// The width of one band; the whole axis when there is no category.
  public var bandWidth: Double { 1 / Double(Swift.max(1, categories.count)) }

  /// The middle of a category's band; nil for one that the axis does not have.
  public func position(of category: String) -> Double? {
    places[category].map { position(ofIndex: $0) }
  }

  /// The middle of a band, counted from 0; it may lie outside the axis.
  public func position(ofIndex index: Int) -> Double { (Double(index) + 0.5) * bandWidth }

  /// The category whose band holds a place; nil outside the axis.
  public func category(at position: Double) -> String? {
    guard position >= 0, position <= 1, !categories.isEmpty else { return nil }
    let index = Int(position * Double(categories.count))
    return categories[Swift.min(index, categories.count - 1)]
  }

  /// Ticks at the positions of the categories, of which every second, third or further is labelled when there
  /// are too many.
  ///
  ///     CategoryScale((1...200).map { "S\($0)" }).ticks(atMost: 10).major.count   // 10
  public func ticks(atMost count: Int = .max) -> Ticks {
    let limit = Swift.max(1, count)
    let stride = (categories.count - 1) / limit + 1
    let kept = categories.indices.filter { $0.isMultiple(of: stride) }
    let rest = categories.indices.filter { !$0.isMultiple(of: stride) }
    return Ticks(
      major: kept.map {
        Ticks.Tick(value: position(ofIndex: $0), label: RichText(plain: categories[$0]))
      },
      minor: rest.map { position(ofIndex: $0) })
  }

  /// Ticks whose labels keep half an em between them.
  public func ticks(in room: Ticks.LabelRoom) -> Ticks {
    var limit = Swift.max(1, categories.count)
    while limit > 1 {
      let ticks = ticks(atMost: limit)
      let gaps = Ticks.gaps(ticks.major, in: room) { $0 }
      if gaps.allSatisfy({ $0 >= 0.5 * room.em }) { return ticks }
      limit = Swift.min(limit - 1, ticks.major.count - 1)
    }
    return ticks(atMost: 1)
  }
}
