/// The numbers by which Parquet calls things.
///
/// Source: Apache Parquet, parquet.thrift.
enum ParquetFormat {
  static let mark = Array("PAR1".utf8)

  enum Kind: Int {
    case boolean = 0
    case int64 = 2
    case double = 5
    case byteArray = 6
  }

  enum Encoding: Int {
    case plain = 0
    case runs = 3
    case dictionary = 8
    case byteStreamSplit = 9
  }

  enum Page: Int {
    case data = 0
    case dictionary = 2
  }

  static let zstandard = 6
  static let utf8 = 0
  static let (required, optional) = (0, 1)
}

extension ExportColumn {
  /// What Parquet calls the type of the values.
  var kind: ParquetFormat.Kind {
    switch values {
    case .integers: .int64
    case .reals: .double
    case .texts: .byteArray
    case .truths: .boolean
    }
  }
}
