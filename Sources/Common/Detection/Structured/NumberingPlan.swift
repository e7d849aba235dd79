/// The lengths of a country's telephone numbers.
///
/// Source: ITU-T E.164 and the national numbering plans that countries file with the ITU
/// (Operational Bulletin), for the Netherlands the Nummerplan telefoon- en ISDN-diensten. Ranges
/// are of the national significant number, without trunk prefix.
struct NumberingPlan: Sendable {
  let code: String
  let lengths: ClosedRange<Int>

  /// Returns the plan of the country whose code begins some figures.
  static func plan(of figures: ArraySlice<UInt8>) -> NumberingPlan? {
    var code = ""
    for figure in figures.prefix(3) {
      code += String(figure)
      if let plan = plans[code] { return plan }
    }
    return nil
  }

  private static let plans: [String: NumberingPlan] = {
    var plans: [String: NumberingPlan] = [:]
    for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: ":")
      let bounds = parts[1].split(separator: "-").compactMap { Int($0) }
      guard let low = bounds.first, let high = bounds.last else { continue }
      let code = String(parts[0])
      plans[code] = NumberingPlan(code: code, lengths: low...high)
    }
    return plans
  }()

  /// Code and length, "31:9" or "49:6-11": Europe, then the other countries of people who come
  /// to work or to seek asylum, then the rest of the world by zone.
  private static let list = """
    31:9-11 32:8-9 33:9 34:9 36:8-9 39:6-11 30:10 40:9 41:9 43:4-13 44:9-10 45:8 46:7-9 47:8 48:9 \
    49:6-11 350:8 351:9 352:6-9 353:7-9 354:7-9 355:8-9 356:8 357:8 358:5-12 359:8-9 370:8 371:8 \
    372:7-8 373:8 374:8 375:9 376:6 377:8-9 378:6-10 380:9 381:8-9 382:8 383:8 385:8-9 386:8 \
    387:8 389:8 420:9 421:9 423:7 7:10 90:10 \
    1:10 20:9-10 211:9 212:9 213:8-9 216:8 218:8-9 220:7 221:9 222:8 223:8 224:8-9 225:8-10 226:8 \
    227:8 228:8 229:8-10 230:8 231:7-9 232:8 233:9 234:8-10 235:8 236:8 237:8-9 238:7 239:7 240:9 \
    241:7-8 242:9 243:9 244:9 245:7-9 248:7 249:9 250:9 251:9 252:7-9 253:8 254:9 255:9 256:9 257:8 \
    258:8-9 260:9 261:9 262:9 263:8-9 264:8-9 265:8-9 266:8 267:7-8 268:8 269:7 27:9 291:7 \
    297:7 298:6 299:6 500:5 501:7 502:8 503:8 504:8 505:8 506:8 507:7-8 508:6 509:8 51:8-9 52:10 \
    53:8 54:10-11 55:10-11 56:9 57:8-10 58:10 590:9 591:8 592:7 593:8-9 594:9 595:9 596:9 597:6-7 \
    598:8 599:7-8 60:8-10 61:9 62:8-12 63:8-10 64:8-10 65:8 66:8-9 670:7-8 673:7 675:7-8 676:5-7 \
    677:5-7 679:7 81:9-10 82:8-10 84:9-10 850:8-10 852:8 853:8 855:8-9 856:8-10 86:10-11 880:8-10 \
    886:8-9 91:10 92:9-10 93:9 94:9 95:7-10 960:7 961:7-8 962:8-9 963:8-9 964:8-10 965:8 966:8-9 \
    967:7-9 968:8 970:8-9 971:8-9 972:8-9 973:8 974:8 975:8 976:8 977:8-10 98:10 992:9 993:8 994:9 \
    995:9 996:9 998:9
    """
}
