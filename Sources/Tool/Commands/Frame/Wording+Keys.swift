import Keys

/// What is said when the keyring refuses; never a key.
extension Complaint {
  init(_ error: KeyringError) {
    switch error {
    case .absent(let path):
      self.init(.usage, path, "there are no keys; make them with: luwte init or luwte keys create")
    case .exists(let path):
      self.init(.usage, path, "there are keys already; name another folder")
    case .openToOthers(let path, let mode):
      self.init(
        .usage,
        "\(path) (mode \(String(mode, radix: 8)))",
        "others can read or change it; run: chmod go= '\(path)'"
      )
    case .ownedByAnother(let path, let owner):
      self.init(
        .usage,
        path,
        "it belongs to user \(owner), not to you; run as that user, or make keys of your own"
      )
    case .notPlain(let path):
      self.init(.usage, path, "it is a link or a special file; put a plain file or folder there")
    case .insideOutput(let path, let output):
      self.init(
        .usage,
        path,
        "keys and what opens them may not lie in \(output); choose another place"
      )
    case .damaged(let path, let reason):
      self.init(.machineFailed, path, "the keyring is damaged (\(reason)); restore a backup")
    case .unknownFormat(let path):
      self.init(.usage, path, "its format is unknown; use a newer luwte")
    case .sealed(let path):
      self.init(.usage, path, "the keys are sealed; give --unlock-file FILE")
    case .wrongUnlock(let path):
      self.init(.usage, path, "the unlock file or passphrase does not open these keys")
    case .mustBeSealed:
      self.init(.usage, "", "keys of a real line must be sealed; give --unlock-file FILE")
    case .memoryNotLocked:
      self.init(
        .machineFailed,
        "",
        "memory cannot be locked against swapping; raise the limit (ulimit -l, LimitMEMLOCK)"
      )
    case .destroyed(let purpose, let scope):
      self.init(
        .usage,
        "\(purpose.rawValue) \(scope)",
        "this key was destroyed, what it made cannot be remade; leave the period out"
      )
    case .missing(let purpose, let scope):
      self.init(.usage, "\(purpose.rawValue) \(scope)", "the keyring has no such key")
    case .unknownRoot(let id):
      self.init(.usage, id, "there is no such key; luwte keys list names them")
    case .stillNeeded(let id):
      self.init(.usage, id, "this key is in use; rotate it instead: luwte keys rotate")
    case .notOurs:
      self.init(.usage, "", "this was sealed under other keys, or was changed")
    case .system(let path, let call, let code):
      self.init(.machineFailed, path, "\(call) failed (\(Self.systemReason(code)))")
    case .cryptography(let error):
      self.init(.machineFailed, "", "cryptography failed (\(error))")
    }
  }

  static func notADescriptor(_ text: String) -> Complaint {
    Complaint(.usage, "--unlock-file \(text)", "a descriptor is fd: and a number from 0 to 1023")
  }

  static func windowEnded(_ root: RootDescription, _ years: Int) -> Complaint {
    Complaint(
      .checkFailed,
      root.id,
      "its look-back window of \(years) years is over; luwte keys rotate link --yes, then destroy it"
    )
  }

  static func stillSeals(_ root: RootDescription) -> Complaint {
    switch root.purpose {
    case .column:
      Complaint(
        .usage,
        root.id,
        "what this key sealed could never be opened; seal it anew first: luwte keys rotate column"
      )
    case .tombstone:
      Complaint(.usage, root.id, "who was erased or opted out could come back; keep this key")
    default:
      Complaint(
        .usage,
        root.id,
        "what this key sealed could never be opened; handle the items of luwte quarantine first"
      )
    }
  }

  static func notAPurpose(_ name: String, _ purposes: [String]) -> Complaint {
    Complaint(.usage, "keys rotate \(name)", "allowed: \(purposes.joined(separator: ", "))")
  }
}
