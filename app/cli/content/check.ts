/** `content check [DIR] [--json]` */
import { placeOfFile } from "~/language/place";
import { verificationDiagnostics } from "~/language/verification";
import { inOrder, loadLibrary } from "./load-library";
import { describeAll } from "./print-diagnostics";
import { Examiner } from "./examiner";
import { Memory } from "./memory";
import { lessonsOf, qualityOf } from "./quality";
import { qualityTable } from "./quality-table";
import { runTests, testsAmong } from "./run-tests";

interface CheckReport {
  readonly output: string;
  /** 0 without errors, 1 with. */
  readonly status: 0 | 1;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Of the folder with `own` laid over it, where there is one. Throws where one cannot be read. */
export async function checkContent(
  folder: string,
  asJson: boolean,
  own: string | null = null,
): Promise<CheckReport> {
  const memory = new Memory();
  const examiner = new Examiner(memory);
  const {
    library,
    sources,
    files: all,
    diagnostics: read,
  } = await loadLibrary(folder, memory, own, (sources) => {
    const beside = new Map(testsAmong(sources).map(({ slug, source }) => [slug, source]));
    return (scenario) => {
      examiner.begin(scenario, beside.get(scenario.definition.slug) ?? null);
    };
  });
  const lessons = lessonsOf(library, memory);
  const examined = await examiner.finish();
  const played = new Set(examined.map(({ definition }) => definition.slug));
  const unplayed = testsAmong(sources).filter(({ slug }) => !played.has(slug));
  await memory.keep();
  const quality = qualityOf(
    library,
    lessons,
    examined.map(({ walked }) => walked.figures),
  );
  const diagnostics = inOrder([
    ...read,
    ...examined.flatMap(({ file, walked }) => verificationDiagnostics(file, walked.proof)),
    ...examined.flatMap(({ tested }) => tested),
    ...unplayed.flatMap(({ source }) => runTests(source, null)),
  ]);
  const files = all.filter((file) => placeOfFile(file)).length;
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const status = errors === 0 ? 0 : 1;
  const report = { files, errors, warnings, diagnostics, quality };
  if (asJson) {
    return { output: JSON.stringify(report, null, 2), status };
  }
  const overlay = own === null ? "" : ` CONTENT_DIR (${own}) was laid over the shipped content.`;
  const summary = `${counted(files, "file")} checked: ${counted(errors, "error")}, ${counted(warnings, "warning")}.${overlay}`;
  const table = errors === 0 ? qualityTable(quality) : "";
  return {
    output: [describeAll(diagnostics, sources), table, summary].filter(Boolean).join("\n\n"),
    status,
  };
}
