/** YAML as it is parsed everywhere, and the first thing in it that is not YAML. */
import { parseDocument, type Document, type LineCounter, type YAMLError } from "yaml";

/** `counter` learns where the lines begin. */
export function parseYaml(yaml: string, counter?: LineCounter): Document.Parsed {
  return parseDocument(yaml, {
    ...(counter && { lineCounter: counter }),
    prettyErrors: false,
    uniqueKeys: true,
    merge: false,
    schema: "core",
    version: "1.2",
  });
}

/** By its place; what follows it is seldom more than what follows from it. Null where all of it is YAML. */
export function firstProblem(document: Document.Parsed): YAMLError | null {
  // Of a tag that it does not know the parser only warns; each is refused where it stands.
  const warnings = document.warnings.filter(({ code }) => code !== "TAG_RESOLVE_FAILED");
  const [problem] = [...document.errors, ...warnings].sort(
    (left, right) => left.pos[0] - right.pos[0],
  );
  return problem ?? null;
}
