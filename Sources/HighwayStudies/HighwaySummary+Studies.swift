internal import HighwayWorld

extension HighwaySummary {
  /// The names of the measures that studies keep.
  static let namesOfStudies: [String] = {
    var empty = HighwaySummary()
    empty.stranded = StrandingCause.allCases.map { _ in 0 }
    return empty.measuresOfStudies.map(\.name)
  }()

  /// The measures that studies keep: those of a run, and shares of the cars that come.
  var measuresOfStudies: [(name: String, value: Double)] {
    let infeasible = stranded.isEmpty ? 0 : stranded[Int(StrandingCause.infeasible.rawValue)]
    let network = strandedAll - infeasible
    let cars = Double(max(arrivals, 1))
    return measures + [
      ("hours", hours),
      ("stranded_share", Double(strandedAll) / cars),
      ("stranded_by_network", Double(network)),
      ("stranded_by_network_share", Double(network) / cars),
      ("abandoned_share", Double(abandoned) / cars),
      ("denied_share", Double(denied) / cars),
      ("not_served_share", notServed > 0 ? notServed / (notServed + drawn) : 0),
    ]
  }
}
