extension JournalPreset: Codable {}

extension JournalPreset.Column: Codable {}
