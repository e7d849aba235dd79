import Codebook
import Pseudonymisation
import Testing

@testable import Classification

struct QualityTests {
  /// Cohen 1960, worked by hand: 50 pairs, 35 agree; yes/no 25 and 25 against 30 and 20.
  @Test func `kappa follows Cohen's formula`() {
    let pairs: [(first: [String], second: [String])] =
      Array(repeating: (["yes"], ["yes"]), count: 20)
      + Array(repeating: (["yes"], ["no"]), count: 5)
      + Array(repeating: (["no"], ["yes"]), count: 10)
      + Array(repeating: (["no"], ["no"]), count: 15)
    let agreement = Agreement(pairs)
    #expect(agreement.count == 50)
    #expect(agreement.same == 35)
    #expect(abs(agreement.kappa - 0.4) < 1e-12)
    // From no or yes of the first to no or yes of the second.
    #expect(agreement.crossed == [[15, 10], [5, 20]])
  }

  @Test func `several codes agree whatever their order, and full chance gives 1`() {
    #expect(Agreement([(["a", "b"], ["b", "a"])]).kappa == 1)
    #expect(Agreement([]).kappa == 1)
  }

  @Test func `fill rates count known, missing and registered`() throws {
    let codebook = try Invented.codebook()
    let coder = Coder(codebook: codebook)
    let contacts = [
      coder.code(Invented.contact("ik ben {age 15} en moet van hem jatten")),
      coder.code(Invented.contact("hallo mijn opa is dood", registration: ["gender": ["male"]])),
    ]
    var rates = FillRate.empty(codebook)
    for contact in contacts {
      for place in rates.indices {
        let variable = try #require(codebook.variable(rates[place].variable))
        let assignment = contact.assignments.first { $0.variable == variable.id }
        rates[place].add(assignment, variable)
      }
    }
    let age = rates.first { $0.variable == "age_band" }
    let gender = rates.first { $0.variable == "gender" }
    #expect(age?.known == 1 && age?.missing == 1 && age?.registered == 0)
    #expect(gender?.known == 1 && gender?.registered == 1)
  }

  @Test func `contradictions are found and nothing else is`() throws {
    let codebook = try Invented.codebook()
    func found(_ codes: [String: [String]]) -> [String] {
      codebook.contradictions.filter { $0.holds { codes[$0] ?? [] } }.map(\.id)
    }
    #expect(
      found(["age_band": ["00_11"], "exploiter_relation": ["partner"]])
        == ["child_with_long_partner"]
    )
    #expect(
      found(["exploiter_relation": ["friend", "group"], "n_exploiters": ["one"]])
        == ["group_of_one"]
    )
    #expect(found(["age_band": ["15"], "exploiter_relation": ["partner"]]).isEmpty)
  }

  @Test func `a registration form maps by configuration`() throws {
    let text =
      try Invented.codebookText()
        + """

        [registration.vorm]
        variable = "exploit_form"
        codes = { "seksuele uitbuiting" = "sexual", "drugs" = "criminal" }
        """
    let codebook = try Codebook.read(text: text, file: "codebook.toml")
    let form = [
      "vorm": ["drugs", "seksuele uitbuiting", "zie dossier Jansen"], "vrij": ["Jansen"],
    ]
    let passed = RegistrationCodes(codebook).passing(form)
    #expect(passed == ["exploit_form": ["criminal", "sexual"]])
    let contact = Invented.contact("hallo", registration: passed)
    let coder = Coder(codebook: codebook)
    #expect(coder.code(contact).codes(of: "exploit_form") == ["sexual", "criminal"])
  }
}
