import Codebook
import JSON

/// A file of rows in `datapackage.json`: a resource with a Table Schema and the loss beside it.
enum MicrodataPackage {
  /// A file of rows with its file.
  struct Resource {
    let microdata: DatasetMicrodata
    let file: ReleaseDraft.File
  }

  static func write(_ resource: Resource, _ json: inout JSONWriter) {
    let data = resource.microdata
    json.beginObject()
    DataPackage.writeHead(
      data.id,
      title: data.title.en,
      description: "\(data.populationLabel.en), \(data.period); a row a person",
      resource.file,
      &json
    )
    json.key("schema")
    writeSchema(data, &json)
    json.key("luwte")
    writeDescription(data, &json)
    json.endObject()
  }

  private static func writeSchema(_ data: DatasetMicrodata, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("$schema", "https://datapackage.org/profiles/2.0/tableschema.json")
    json.key("fields")
    json.beginArray()
    for column in data.written {
      json.beginObject()
      json.member("name", column.variable)
      json.member("type", "string")
      json.member("title", column.label.en)
      json.member("description", column.label.nl)
      DataPackage.writeCategories(column.lines, &json)
      if column.role == .sensitive {
        json.key("constraints")
        json.beginObject()
        json.key("required")
        json.boolean(true)
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
    json.key("missingValues")
    json.beginArray()
    json.string(TableCSV.withheld)
    json.endArray()
    json.endObject()
  }

  private static func writeDescription(_ data: DatasetMicrodata, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("microdata", data.id)
    json.member("title", data.title)
    json.member("population", data.population)
    json.member("population_label", data.populationLabel)
    json.member("period", data.period)
    json.key("k")
    json.integer(data.leastAlike)
    json.key("l")
    json.integer(data.leastAnswers)
    json.key("rows_left_out")
    json.integer(data.rowsLeftOut)
    json.key("columns")
    json.beginArray()
    for column in data.columns {
      json.beginObject()
      json.member("variable", column.variable)
      json.member("label", column.label)
      json.member("role", column.role.rawValue)
      json.member("level", column.level)
      json.key("suppressed")
      json.integer(column.suppressed)
      json.key("loss_tenths")
      json.integer(column.lossTenths)
      json.key("lines")
      json.beginArray()
      for line in column.lines { DataPackage.write(line, &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
