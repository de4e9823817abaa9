import Figures

extension SVGFile {
  /// A rasteriser that draws as all our images are drawn, with so many dots per inch: best a multiple of
  /// 72.
  ///
  ///     SVGFile.text(of: scene, fonts: fonts, rasterise: SVGFile.pictures(with: typesetter))
  public static func pictures(
    with typesetter: Typesetter, resolution: Double = 216
  ) -> Rasteriser {
    { item, room in
      guard case .markers(var markers) = item.shape else { return nil }
      markers.places = markers.places.map { Point($0.x - room.left, $0.y - room.top) }
      let scene = Scene(
        name: "markers", title: "", width: room.width, height: room.height,
        items: [SceneItem(item.role, .markers(markers))])
      return try? picture(of: scene, with: typesetter, scale: resolution / 72)
    }
  }

  /// The scene on clear ground.
  private static func picture(
    of scene: Scene, with typesetter: Typesetter, scale: Double
  ) throws(DrawingFailure) -> [UInt8] {
    let (width, height) = (scene.width * scale, scene.height * scale)
    guard width < 32_767, height < 32_767 else { throw .imageSize(width: width, height: height) }
    let image = try DotImage(
      width: max(1, Int(width.rounded(.up))), height: max(1, Int(height.rounded(.up))), ground: nil)
    try ScenePainter(on: image, scale: scale, typesetter: typesetter, theme: .light).draw(scene)
    return PNGFile.bytes(
      width: image.width, height: image.height, pixels: image.redGreenBlueOpacity, hasAlpha: true,
      resolution: 72 * scale)
  }
}

extension DotImage {
  /// The dots as red, green, blue and opacity, row by row, with the colours as they are on their own.
  fileprivate var redGreenBlueOpacity: [UInt8] {
    withDots { dots, stride in
      var shares: [UInt8] = []
      shares.reserveCapacity(4 * width * height)
      for row in 0..<height {
        for dot in dots[row * stride..<row * stride + width] {
          let opacity = dot >> 24
          for shift: UInt32 in [16, 8, 0] {
            let share = dot >> shift & 255
            shares.append(
              opacity == 0 ? 0 : UInt8(min(255, (255 * share + opacity / 2) / opacity)))
          }
          shares.append(UInt8(opacity))
        }
      }
      return shares
    } ?? []
  }
}
