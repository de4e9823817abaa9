import Figures

extension SeriesStyle {
  /// What is measured or wanted, before what is modelled.
  static let black = SeriesStyle(name: "black", colour: .black)
  /// What is still to come.
  static let grey = SeriesStyle(name: "grey", colour: Colour(red: 0xC4, green: 0xC8, blue: 0xCE))
  /// Plain, where no other series stands beside it.
  static let vermilion = SeriesStyle(
    name: "vermilion", colour: Colour(red: 0xD5, green: 0x5E, blue: 0x00))
  /// Plain, where no other series stands beside it.
  static let green = SeriesStyle(name: "green", colour: Colour(red: 0x00, green: 0x9E, blue: 0x73))
  /// What has gone wrong.
  static let vermilionCross = SeriesStyle(
    name: "vermilion", colour: Colour(red: 0xD5, green: 0x5E, blue: 0x00), marker: .cross)
}
