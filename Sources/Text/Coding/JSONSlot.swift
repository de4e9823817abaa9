/// A JSON value while it is put together.
///
/// Containers that were handed out and not yet closed fill slots of their own.
final class JSONSlot {
  private enum Kind { case empty, single, array, object }

  private var kind = Kind.empty
  private var single = JSON.null
  private var array: [JSON] = []
  private var object = JSONObject()
  private var openElements: [(index: Int, slot: JSONSlot)] = []
  private var openMembers: [(key: String, slot: JSONSlot)] = []

  var count: Int { array.count }

  /// The value; a type that encodes nothing at all is an object without members.
  var value: JSON {
    switch kind {
    case .empty: return .object([:])
    case .single: return single
    case .array:
      var array = array
      for (index, slot) in openElements { array[index] = slot.value }
      return .array(array)
    case .object:
      var object = object
      for (key, slot) in openMembers where object[key] != nil { object[key] = slot.value }
      return .object(object)
    }
  }

  func set(_ value: JSON) {
    become(.single)
    single = value
  }

  func becomeArray() { become(.array) }

  func becomeObject() { become(.object) }

  func append(_ value: JSON) { array.append(value) }

  /// Sets a member; what was set before under its key is forgotten.
  func set(_ key: String, _ value: JSON) {
    if !openMembers.isEmpty { openMembers.removeAll { $0.key.utf8.elementsEqual(key.utf8) } }
    object[key] = value
  }

  /// Adds an element that is filled later.
  func appendSlot() -> JSONSlot {
    let slot = JSONSlot()
    openElements.append((array.count, slot))
    array.append(.null)
    return slot
  }

  /// The member under a key, to be filled later; asked for again it is the same.
  func slot(_ key: String) -> JSONSlot {
    if let open = openMembers.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
      return open.slot
    }
    let slot = JSONSlot()
    object[key] = .null
    openMembers.append((key, slot))
    return slot
  }

  private func become(_ other: Kind) {
    precondition(
      kind == .empty || kind == other, "A type must encode one value, array or object, not two.")
    kind = other
  }
}
