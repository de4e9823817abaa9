import AnalysisKit

/// Completion scripts for shells, from the same descriptions as the help.
struct CompletionScript {
  private let items: [any RackItem]

  init(_ items: [any RackItem]) { self.items = items }

  /// The shells there are scripts for.
  enum Shell: String, CaseIterable, OptionValue {
    case bash, zsh, fish
  }

  /// The script for a shell.
  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  // MARK: - bash

  private var bash: String {
    """
    # bash completion for evtools: eval "$(evtools completion bash)"
    _evtools() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} tool=${COMP_WORDS[1]}
      # bash takes "=" for a word of its own.
      [ "$word" = = ] && word=
      [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD-2]}
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "\(names)" -- "$word"))
        return
      fi
      case "$tool $before" in
    \(items.flatMap(bashValues).joined(separator: "\n"))
      esac
      case "$tool" in
    \(items.map(bashOptions).joined(separator: "\n"))
      esac
    }
    complete -o filenames -F _evtools evtools ./evtools

    """
  }

  private var names: String { items.map(\.name).joined(separator: " ") }

  private func bashValues(_ item: any RackItem) -> [String] {
    all(item).filter { $0.form != .flag }.map { option in
      let pattern =
        "\"\(item.name) --\(option.name)\""
        + (option.short.map { "|\"\(item.name) -\($0)\"" } ?? "")
      return
        "    \(pattern)) COMPREPLY=(\(compgen(option.form.words, option.form.takesPath))); return ;;"
    }
  }

  private func bashOptions(_ item: any RackItem) -> String {
    let words = spellings(item) + (item.arguments?.words ?? [])
    let paths = item.arguments?.completesPaths ?? false
    return "    \(item.name)) COMPREPLY=(\(compgen(words, paths))) ;;"
  }

  private func compgen(_ words: [String], _ paths: Bool) -> String {
    "$(compgen \(paths ? "-f " : "")-W \"\(words.joined(separator: " "))\" -- \"$word\")"
  }

  // MARK: - zsh

  private var zsh: String {
    """
    #compdef evtools
    # zsh completion for evtools: eval "$(evtools completion zsh)"
    _evtools() {
      local -a tools
      tools=(
    \(items.map { "    '\($0.name):\($0.card.summary.shellQuoted)'" }.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe 'tool' tools
        return
      fi
      case $words[2] in
    \(items.map(zshCase).joined(separator: "\n"))
      esac
    }
    compdef _evtools evtools ./evtools

    """
  }

  private func zshCase(_ item: any RackItem) -> String {
    let options = all(item).map { option in
      "'--\(option.name)[\(option.help.zshQuoted)]\(zshValue(option))'"
    }
    let arguments = item.arguments.map { arguments in
      arguments.completesPaths
        ? ["'*:\(arguments.placeholder):_files'"]
        : ["'*:\(arguments.placeholder):(\(arguments.words.joined(separator: " ")))'"]
    }
    let specs = (options + (arguments ?? [])).joined(separator: " \\\n        ")
    return "    \(item.name))\n      _arguments -s \\\n        \(specs) ;;"
  }

  private func zshValue(_ option: OptionDescription) -> String {
    guard option.form != .flag else { return "" }
    let words = option.form.words.joined(separator: " ")
    if option.form.takesPath { return ":value:_files" }
    return ":value:" + (words.isEmpty ? "" : "(\(words))")
  }

  // MARK: - fish

  private var fish: String {
    var lines = [
      "# fish completion for evtools: evtools completion fish | source",
      "complete -c evtools -f",
    ]
    for item in items {
      lines.append(
        "complete -c evtools -n __fish_use_subcommand -a \(item.name) "
          + "-d '\(item.card.summary.shellQuoted)'")
      let seen = "-n '__fish_seen_subcommand_from \(item.name)'"
      for option in all(item) {
        let short = option.short.map { " -s \($0)" } ?? ""
        lines.append(
          "complete -c evtools \(seen) -l \(option.name)\(short)\(fishValue(option)) "
            + "-d '\(option.help.shellQuoted)'")
      }
      if let arguments = item.arguments {
        let paths = arguments.completesPaths ? " -F" : ""
        let words = arguments.words.joined(separator: " ")
        lines.append("complete -c evtools \(seen)\(paths) -a '\(words)'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishValue(_ option: OptionDescription) -> String {
    guard option.form != .flag else { return "" }
    let words = option.form.words
    return " -x" + (option.form.takesPath ? " -F" : "")
      + (words.isEmpty ? "" : " -a '\(words.joined(separator: " "))'")
  }

  // MARK: - Both

  private func all(_ item: any RackItem) -> [OptionDescription] {
    item.options + item.commonOptions
  }

  private func spellings(_ item: any RackItem) -> [String] {
    all(item).map { "--" + $0.name } + ["--help"]
  }
}

extension String {
  /// The text as it can stand between single quotes of any of the shells.
  fileprivate var shellQuoted: String { filter { $0 != "'" && $0 != ":" } }

  fileprivate var zshQuoted: String { shellQuoted.filter { $0 != "[" && $0 != "]" } }
}
