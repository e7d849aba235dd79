import Codebook
import JSON
import Ledger

/// The quality of a period's codes, as text or JSON; for the line alone.
struct QualityReport {
  let period: String
  let previous: String
  let quality: LineQuality

  var text: String {
    var lines = ["\(period): \(quality.contacts) contacts"]
    let width = quality.fill.map(\.variable.count).max() ?? 0
    lines += ["", "Known, and of these by a person's registration:"]
    for rate in quality.fill {
      let known = Self.share(rate.known, of: rate.known + rate.missing)
      let registered = Self.share(rate.registered, of: rate.known)
      lines.append("  \(rate.variable.padding(to: width))  \(known)  \(registered)")
    }
    lines += ["", "Coded twice, against the codes that count:"]
    for entry in quality.twoCoders {
      let agreement = entry.agreement
      lines.append(
        "  \(entry.variable.padding(to: width))  \(agreement.count) contacts, "
          + "\(agreement.count - agreement.same) differ, kappa \(agreement.kappa.hundredths)"
      )
    }
    if quality.twoCoders.isEmpty { lines.append("  none: luwte registrations import --coder") }
    lines += ["", "Codes that do not go together (look, nothing is corrected):"]
    for found in quality.found where !found.contacts.isEmpty {
      let rule = found.contradiction
      lines.append("  \(rule.id): \(found.contacts.count) contacts: \(rule.why)")
      lines += found.contacts.map { "    \($0)" }
    }
    if quality.found.allSatisfy(\.contacts.isEmpty) { lines.append("  none") }
    lines += ["", "Moved since \(previous) (\(quality.contactsBefore) contacts) beyond chance:"]
    for drift in quality.drift {
      let what = drift.code.isEmpty ? "known" : drift.code
      lines.append(
        "  \(drift.variable.padding(to: width))  \(what): "
          + "\(Self.share(drift.counts.before, of: drift.bases.before)) of \(drift.bases.before) -> "
          + "\(Self.share(drift.counts.now, of: drift.bases.now)) of \(drift.bases.now)"
      )
    }
    if quality.drift.isEmpty { lines.append("  nothing") }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("period")
    json.string(period)
    json.key("contacts")
    json.integer(quality.contacts)
    json.key("fill")
    json.array(quality.fill) { rate in
      [
        ("variable", .string(rate.variable)), ("known", .integer(rate.known)),
        ("missing", .integer(rate.missing)), ("registered", .integer(rate.registered)),
      ]
    }
    json.key("agreement")
    json.array(quality.twoCoders) { entry in
      [
        ("variable", .string(entry.variable)), ("contacts", .integer(entry.agreement.count)),
        ("differ", .integer(entry.agreement.count - entry.agreement.same)),
        ("kappa", .string(entry.agreement.kappa.hundredths)),
      ]
    }
    json.key("contradictions")
    json.array(quality.found) { found in
      [
        ("id", .string(found.contradiction.id)), ("contacts", .integer(found.contacts.count)),
        ("tokens", .string(found.contacts.joined(separator: " "))),
      ]
    }
    json.key("drift")
    json.array(quality.drift) { drift in
      [
        ("variable", .string(drift.variable)), ("code", .string(drift.code)),
        ("before", .integer(drift.counts.before)), ("base_before", .integer(drift.bases.before)),
        ("now", .integer(drift.counts.now)), ("base_now", .integer(drift.bases.now)),
      ]
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// Such as ` 98.2 %`, rounded half up; `     -  ` on an empty base.
  private static func share(_ count: Int, of base: Int) -> String {
    guard base > 0 else { return "      - " }
    let tenths = (2_000 * count + base) / (2 * base)
    let text = "\(tenths / 10).\(tenths % 10) %"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}

extension Double {
  /// Two decimals, rounded half away from zero, whatever the locale.
  var hundredths: String {
    let number = Int((self * 100).rounded())
    let size = abs(number)
    let decimals = size % 100
    return "\(number < 0 ? "-" : "")\(size / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
