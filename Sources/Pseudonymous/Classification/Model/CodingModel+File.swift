import JSON

extension CodingModel {
  /// Why a model can't be used.
  public enum FileError: Error, Equatable, Sendable {
    /// The file is no model of this version.
    case notAModel
    /// It was trained under another codebook.
    case otherCodebook(trained: String)
  }

  private static let format = "luwte-coding-model/1"

  /// The model as bytes: the same model, the same bytes.
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("format")
    json.string(Self.format)
    json.key("codebook")
    json.string(codebook)
    json.key("contacts")
    json.integer(contacts)
    json.key("precision")
    json.number(precision, decimals: 4)
    json.key("features")
    json.beginArray()
    for name in features { json.string(name) }
    json.endArray()
    json.key("codes")
    json.beginArray()
    for classifier in classifiers { Self.write(classifier, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ classifier: Classifier, to json: inout JSONWriter) {
    json.beginObject()
    json.key("variable")
    json.string(classifier.variable)
    json.key("code")
    json.string(classifier.code)
    for (key, value) in [
      ("threshold", classifier.threshold), ("bias", classifier.bias),
      ("slope", classifier.curve.slope), ("offset", classifier.curve.offset),
    ] {
      json.key(key)
      json.number(value, decimals: 4)
    }
    json.key("weights")
    json.beginArray()
    for (feature, weight) in classifier.weights.sorted(by: { $0.key < $1.key }) {
      json.integer(feature)
      json.number(weight, decimals: 4)
    }
    json.endArray()
    json.endObject()
  }

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fingerprint: The fingerprint of the codebook in use.
  /// - Throws: `FileError`, also where the model was trained under another codebook: its thresholds
  ///   hold for the contacts on which other rules are silent.
  public init(_ bytes: [UInt8], codebook fingerprint: String) throws(FileError) {
    let model: CodingModel?
    do {
      let parser = try JSONParser()
      model = try parser.parse(bytes, in: bytes.indices) { Self.model($0) }
    } catch {
      throw .notAModel
    }
    guard let model else { throw .notAModel }
    guard model.codebook == fingerprint else { throw .otherCodebook(trained: model.codebook) }
    self = model
  }

  private static func model(_ value: JSONValue) -> CodingModel? {
    guard value["format"]?.string == format, let codebook = value["codebook"]?.string,
      let contacts = value["contacts"]?.integer, let precision = value["precision"]?.number,
      let names = value["features"], let codes = value["codes"]
    else { return nil }
    var isWhole = true
    var features: [String] = []
    names.forEachElement { name in
      if let name = name.string { features.append(name) } else { isWhole = false }
    }
    var classifiers: [Classifier] = []
    codes.forEachElement { code in
      guard let classifier = classifier(code, features: features.count) else {
        isWhole = false
        return
      }
      classifiers.append(classifier)
    }
    guard isWhole else { return nil }
    return CodingModel(
      codebook: codebook,
      contacts: contacts,
      precision: precision,
      features: features,
      classifiers: classifiers
    )
  }

  private static func classifier(_ value: JSONValue, features: Int) -> Classifier? {
    guard let variable = value["variable"]?.string, let code = value["code"]?.string,
      let threshold = value["threshold"]?.number, let bias = value["bias"]?.number,
      let slope = value["slope"]?.number, let offset = value["offset"]?.number,
      let pairs = value["weights"], 0...1 ~= threshold
    else { return nil }
    var numbers: [Double] = []
    pairs.forEachElement { numbers.append($0.number ?? .nan) }
    guard numbers.count.isMultiple(of: 2), numbers.allSatisfy(\.isFinite) else { return nil }
    var weights: [Int: Double] = [:]
    for place in stride(from: 0, to: numbers.count, by: 2) {
      guard let feature = Int(exactly: numbers[place]), 0..<features ~= feature else {
        return nil
      }
      weights[feature] = numbers[place + 1]
    }
    return Classifier(
      variable: variable,
      code: code,
      threshold: threshold,
      bias: bias,
      curve: ProbabilityCurve(slope: slope, offset: offset),
      weights: weights
    )
  }
}
