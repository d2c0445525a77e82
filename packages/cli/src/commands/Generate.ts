/** `orange generate`: a typed client out of an OpenAPI document. */
import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { runGenerate } from "../internal/runGenerate.js"

const document = Args.text({ name: "document" }).pipe(
  Args.withDescription("OpenAPI 3.0, 3.1 or Swagger 2.0, YAML or JSON. A URL only with --allow-remote")
)

const options = {
  out: Options.text("out").pipe(
    Options.withDescription("The folder for the client. Files that were not generated, or were changed since, are never overwritten")
  ),
  name: Options.text("name").pipe(
    Options.withDescription("The client's name, such as Sms. By default made of the document's file name"),
    Options.optional
  ),
  package: Options.text("package").pipe(
    Options.withDescription("Generate a whole package with this name: package.json, README, src and test"),
    Options.optional
  ),
  names: Options.text("names").pipe(
    Options.withDescription("A file of names and open enums. By default <document>.names.yaml, if it is there"),
    Options.optional
  ),
  root: Options.text("root").pipe(
    Options.withDescription("A folder that holds the document and all files that it refers to. By default the document's own"),
    Options.optional
  ),
  "strict-responses": Options.boolean("strict-responses").pipe(
    Options.withDescription("Hold answers to every constraint, such as length and pattern")
  ),
  "all-schemas": Options.boolean("all-schemas").pipe(
    Options.withDescription("Keep schemas that no operation, callback or webhook refers to")
  ),
  "allow-remote": Options.boolean("allow-remote").pipe(
    Options.withDescription("Allow the document and its references to be read from the network")
  ),
  report: Options.boolean("report").pipe(
    Options.withDescription("Print what was weakened or ignored, each with its JSON pointer and the reason")
  ),
  strict: Options.boolean("strict").pipe(
    Options.withDescription("Exit with code 1, and write nothing, if anything was weakened or ignored")
  )
}

export const generateCommand = Command.make("generate", { document, ...options }, (flags) =>
  runGenerate({
    document: flags.document,
    out: flags.out,
    name: flags.name,
    packageName: flags.package,
    names: flags.names,
    root: flags.root,
    strictResponses: flags["strict-responses"],
    allSchemas: flags["all-schemas"],
    allowRemote: flags["allow-remote"],
    report: flags.report,
    strict: flags.strict
  })).pipe(Command.withDescription("Generates a typed Effect client from an OpenAPI document"))
