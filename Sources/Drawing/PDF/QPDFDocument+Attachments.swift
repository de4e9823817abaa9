extension QPDFDocument {
  /// Puts files into the document, as the data it was made from.
  func attach(_ attachments: [PDFAttachment], date: Int) {
    var names: Set<String> = []
    let files = attachments.filter { names.insert($0.name).inserted }.map { attachment in
      (name: text(attachment.name), file: shared(file(attachment, date: date)))
    }.sorted { $0.name.stored.lexicographicallyPrecedes($1.name.stored) }
    guard !files.isEmpty else { return }
    let tree = dictionary([("Names", array(files.flatMap { [$0.name, $0.file] }))])
    catalogue["Names"] = dictionary([("EmbeddedFiles", tree)])
    catalogue["AF"] = array(files.map(\.file))
  }

  private func file(_ attachment: PDFAttachment, date: Int) -> QPDFObject {
    // Long tables of numbers become a tenth smaller at level 6 and a hundredth more at level 9, for four and
    // ten times the time of level 1.
    let content = stream(attachment.bytes, level: attachment.bytes.count > 100_000 ? 1 : 6)
    content["Type"] = name("EmbeddedFile")
    if !attachment.mediaType.isEmpty { content["Subtype"] = name(attachment.mediaType) }
    let moment = text(PDFDate.inFile(date))
    content["Params"] = dictionary([
      ("Size", number(attachment.bytes.count)), ("CreationDate", moment), ("ModDate", moment),
    ])
    let file = dictionary([
      ("Type", name("Filespec")), ("F", text(attachment.name)), ("UF", text(attachment.name)),
      ("EF", dictionary([("F", content), ("UF", content)])), ("AFRelationship", name("Data")),
    ])
    if !attachment.note.isEmpty { file["Desc"] = text(attachment.note) }
    return file
  }

  /// The files in the document, in the order of their names.
  var attachments: [PDFAttachment] {
    // More than any document has that is not meant to be endless.
    var nodesLeft = 10_000
    return files(below: catalogue["Names"]["EmbeddedFiles"], levels: 32, nodesLeft: &nodesLeft)
  }

  private func files(
    below node: QPDFObject, levels: Int, nodesLeft: inout Int
  ) -> [PDFAttachment] {
    guard levels > 0, node.isDictionary else { return [] }
    let names = node["Names"].items
    var files: [PDFAttachment] = []
    for (name, file) in zip(names, names.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 })
      .map(\.element)
    {
      guard nodesLeft > 0 else { return files }
      nodesLeft -= 1
      if let attachment = attachment(file, under: name) { files.append(attachment) }
    }
    for kid in node["Kids"].items {
      guard nodesLeft > 0 else { return files }
      nodesLeft -= 1
      files += self.files(below: kid, levels: levels - 1, nodesLeft: &nodesLeft)
    }
    return files
  }

  private func attachment(_ file: QPDFObject, under name: QPDFObject) -> PDFAttachment? {
    let content = [file["EF"]["UF"], file["EF"]["F"]].first { $0.isStream }
    guard let content, let bytes = content.contents,
      let name = file["UF"].text ?? file["F"].text ?? name.text
    else { return nil }
    return PDFAttachment(
      name: name, bytes: bytes, mediaType: content["Subtype"].name ?? "",
      note: file["Desc"].text ?? "")
  }
}

extension PDFFile {
  /// Takes the attached files out of a PDF, whoever wrote it.
  ///
  /// What is damaged is left out; a file that is no PDF at all is refused.
  public static func attachments(in bytes: [UInt8]) throws(DrawingFailure) -> [PDFAttachment] {
    let document = try QPDFDocument(bytes)
    guard document.catalogue.isDictionary else { throw .pdf(reason: "it has no catalogue") }
    return document.attachments
  }
}
