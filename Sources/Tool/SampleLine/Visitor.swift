/// What a visitor's device, account and habits look like.
enum Visitor {
  static func voice(age: Int?, _ dice: inout Dice) -> Voice {
    switch age ?? 25 {
    case ..<18: dice.chance(70) ? .young : .hasty
    case ..<30: dice.pick([.young, .hasty, .hasty, .neat])
    default: dice.chance(60) ? .neat : .hasty
    }
  }

  static func channel(_ dice: inout Dice) -> String {
    switch dice.below(100) {
    case ..<60: "web_chat"
    case ..<80: "whatsapp"
    case ..<88: "messenger"
    case ..<93: "telegram"
    case ..<97: "sms"
    default: "signal"
    }
  }

  /// A moment on an evening or in a night of a year.
  ///
  /// `lastDay` is the last day of the year that may come out, 1-based.
  static func start(in year: Int, lastDay: Int, _ dice: inout Dice) -> LocalTime {
    let first = LocalTime.day(year: year, month: 1, day: 1)
    return evening(day: first + dice.below(lastDay), &dice)
  }

  /// A moment on a day when the line is open; a day or two later where the clocks change.
  static func evening(day: Int, _ dice: inout Dice) -> LocalTime {
    let hour = dice.pick([0, 1, 16, 18, 19, 19, 20, 20, 21, 21, 22, 22, 23])
    var moment = LocalTime(day: day, second: hour * 3_600 + dice.below(3_500))
    while moment.isNearClockChange { moment.day += 1 }
    return moment
  }

  private static let browsers = [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 10; SM-A505FN) AppleWebKit/537.36 Mobile Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:88.0) Gecko/20100101 Firefox/88.0",
  ]

  /// The metadata that a channel delivers of a visitor.
  static func metadata(_ cast: Cast, channel: String) -> [(field: String, value: String)] {
    let handle = cast.words["handle"] ?? cast.givenName
    switch channel {
    case "web_chat":
      let browser = browsers[cast.account.utf8.reduce(0) { $0 + Int($1) } % browsers.count]
      return [
        ("id", cast.account), ("nickname", handle), ("ip", cast.address6),
        ("user_agent", browser),
      ]
    case "whatsapp", "sms", "signal":
      return [("id", cast.account), ("nickname", handle), ("phone", cast.phoneOfAccount)]
    default:
      return [("id", cast.account), ("nickname", handle)]
    }
  }
}
