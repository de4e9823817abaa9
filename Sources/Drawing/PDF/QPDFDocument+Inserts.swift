import CQPDF
import Figures

extension QPDFDocument {
  /// Puts what we write ourselves where images stand for it.
  func place(_ inserts: PDFInserts, on scene: Scene) throws(DrawingFailure) {
    guard !inserts.inserts.isEmpty else { return }
    let objects = inserts.inserts.map { shared(object(of: $0, on: scene)) }
    let page = QPDFObject(self, qpdf_get_page_n(pdf, 0))
    let placed = place(objects, in: page["Resources"]["XObject"], levels: 8)
    guard placed == objects.count else {
      throw .pdf(reason: "\(objects.count - placed) of its parts have no place")
    }
  }

  /// Replaces images in a dictionary and in the forms in it; returns how many.
  private func place(_ inserts: [QPDFObject], in objects: QPDFObject, levels: Int) -> Int {
    guard levels > 0 else { return 0 }
    var placed = 0
    for key in objects.keys {
      let object = objects[key]
      if object["Subtype"].name == "Form" {
        placed += place(inserts, in: object["Resources"]["XObject"], levels: levels - 1)
      } else if object["Width"].integer == 3, object["Height"].integer == 1,
        let number = object.contents.flatMap(PDFInserts.number), number < inserts.count
      {
        objects[key] = inserts[number]
        placed += 1
      }
    }
    return placed
  }

  private func object(of insert: PDFInserts.Insert, on scene: Scene) -> QPDFObject {
    switch insert {
    case .form(let content, let opacity): form(content, opacity, scene)
    case .image(let dots, let width, let height): image(dots, width, height)
    }
  }

  /// A form in points from the upper left, drawn in the unit square that an image would fill.
  private func form(_ content: [UInt8], _ opacity: UInt8, _ scene: Scene) -> QPDFObject {
    let form = stream(content)
    form["Type"] = name("XObject")
    form["Subtype"] = name("Form")
    let unit = 1 / PDFInserts.side
    form["Matrix"] = array([unit, 0, 0, -unit, 0, 1].map { decimal($0) })
    form["BBox"] = array([0, 0, scene.width, scene.height].map { decimal($0) })
    if opacity < 255 {
      let share = decimal(Double(opacity) / 255)
      let state = dictionary([("CA", share), ("ca", share)])
      form["Resources"] = dictionary([("ExtGState", dictionary([("a", state)]))])
    }
    return form
  }

  private func image(_ dots: [UInt8], _ width: Int, _ height: Int) -> QPDFObject {
    let image = stream(dots, level: 1)  // neighbours are the same, which any level finds
    image["Type"] = name("XObject")
    image["Subtype"] = name("Image")
    image["Width"] = number(width)
    image["Height"] = number(height)
    image["ColorSpace"] = name("DeviceRGB")
    image["BitsPerComponent"] = number(8)
    return image
  }
}
