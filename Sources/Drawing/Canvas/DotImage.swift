import CCairo
import Figures

/// An image in memory that Cairo draws on, and we too.
///
/// Each dot is a 32-bit number: opacity, red, green, blue, the colours multiplied by the opacity.
final class DotImage {
  let width: Int
  let height: Int
  let context: OpaquePointer
  private let surface: OpaquePointer
  private static let mostDots = 32767

  /// Makes an image that is clear, or of one colour.
  init(width: Int, height: Int, ground: Colour?) throws(DrawingFailure) {
    guard 1...Self.mostDots ~= width, 1...Self.mostDots ~= height else {
      throw .imageSize(width: Double(width), height: Double(height))
    }
    (self.width, self.height) = (width, height)
    let format = ground == nil ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
    guard
      let surface = cairo_image_surface_create(format, Int32(width), Int32(height)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
    else { throw .imageSize(width: Double(width), height: Double(height)) }
    (self.surface, self.context) = (surface, context)
    if let ground {
      cairo_set_source_rgb(
        context, Double(ground.red) / 255, Double(ground.green) / 255, Double(ground.blue) / 255)
      cairo_paint(context)
    }
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Lets the dots be read and written: row by row, so many numbers from one row to the next.
  func withDots<Answer>(_ body: (UnsafeMutableBufferPointer<UInt32>, _ stride: Int) -> Answer)
    -> Answer?
  {
    cairo_surface_flush(surface)
    defer { cairo_surface_mark_dirty(surface) }
    guard let start = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    return start.withMemoryRebound(to: UInt32.self, capacity: stride * height) { start in
      body(UnsafeMutableBufferPointer(start: start, count: stride * height), stride)
    }
  }

  /// Draws the image on a page, each dot an even square.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - area: where it is stretched to.
  func paint(on page: OpaquePointer, area: Rectangle) {
    cairo_save(page)
    defer { cairo_restore(page) }
    cairo_rectangle(page, area.left, area.top, area.width, area.height)
    cairo_clip(page)
    cairo_translate(page, area.left, area.top)
    cairo_scale(page, area.width / Double(width), area.height / Double(height))
    cairo_set_source_surface(page, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(page), CAIRO_FILTER_NEAREST)
    cairo_pattern_set_extend(cairo_get_source(page), CAIRO_EXTEND_NONE)
    cairo_paint(page)
  }

  /// The dots as red, green and blue, row by row.
  var redGreenBlue: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: width * height * 3) { shares, count in
      withDots { dots, stride in
        var place = 0
        for row in 0..<height {
          for dot in dots[row * stride..<row * stride + width] {
            shares[place] = UInt8(truncatingIfNeeded: dot >> 16)
            shares[place + 1] = UInt8(truncatingIfNeeded: dot >> 8)
            shares[place + 2] = UInt8(truncatingIfNeeded: dot)
            place += 3
          }
        }
        count = place
      }
    }
  }
}
