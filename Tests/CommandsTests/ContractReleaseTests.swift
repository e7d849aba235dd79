import Datasets
import Foundation
import Testing

@testable import Commands

/// The statements of the article that need crossed tables, in a release under contract.
@Suite struct ContractReleaseTests {
  @Test func `the article is told statement by statement, with its bases`() async throws {
    try await Place.withFolder { copy in
      try await SampleReleases.copy(to: copy)
      let made = await SampleReleases.release("2021", of: copy, to: "university")
      #expect(made.status == .done, "\(made.error)")
      let place = copy + "/releases/2021-university"
      #expect(await luwte(shipped: "verify", place).status == .done)
      let report = try String(contentsOfFile: place + "/report.html", encoding: .utf8)
        .replacing("\u{A0}", with: " ")
      for sentence in [
        // F5, with the coverage of the first year.
        "7.5 % of 266 in 2019; 14.0 % of 250 in 2020; 16.1 % of 285 in 2021.",
        "2019 is the line's first year: its contacts begin in 2019-Q1, so that 4 of its 4 quarters",
        "85 of the 285 (29.8 %) named distrust of care services",
        "51 of the 285 (17.9 %) accepted a referral",
        "The numbers from here on were each changed on purpose by at most 5, so that crossed tables",
      ] {
        #expect(report.contains(sentence), "\(sentence)")
      }
      // Crossed by hand from the list of persons; each number lies within 5 of it. Where the changed
      // part came out above its changed whole there is no share: the number is said alone.
      for (sentence, number, base) in [
        (#/1 year or more: (\d+)(?: of the (\d+) \(.*?%\))? were not in view/#, 159, 165),
        (#/one or both parents: sexual only: (\d+)(?: of the (\d+) )?/#, 35, 46),
        (#/alone or besides: (\d+)(?: of the (\d+) \(.*?%\))? were exploited both/#, 33, 262),
      ] {
        let found = try #require(report.firstMatch(of: sentence)?.output)
        #expect(abs((Int(found.1) ?? 0) - number) <= 5)
        if let whole = found.2 { #expect(abs((Int(whole) ?? 0) - base) <= 5) }
      }
      let release = try DatasetRelease.read(place)
      for id in ["T17", "T18", "T19", "T20", "T21", "T23", "T24", "T25", "T26"] {
        #expect(release.table(id) != nil, "\(id)")
      }
    }
  }
}
