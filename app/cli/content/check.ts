/** `content check [DIR] [--json]` */
import { verifyScenario } from "~/core/scenario/verification/verify";
import { placeOfFile } from "~/language/place";
import { verificationDiagnostics } from "~/language/verification";
import { inOrder, loadLibrary } from "./load-library";
import { describeAll } from "./print-diagnostics";
import { Memory } from "./memory";
import { qualityOf } from "./quality";
import { qualityTable } from "./quality-table";
import { runContentTests } from "./run-tests";

export interface CheckReport {
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
  const {
    library,
    sources,
    files: all,
    diagnostics: read,
  } = await loadLibrary(folder, memory, own);
  const proved = library.scenarios.map(({ file, definition }) => ({
    file,
    definition,
    proof: memory.recall(["proof", definition], () => verifyScenario(definition)),
  }));
  const quality = qualityOf(library, memory);
  const bySlug = new Map(proved.map((own) => [own.definition.slug, own]));
  const tested = runContentTests(sources, bySlug, memory.recall);
  await memory.keep();
  const diagnostics = inOrder([
    ...read,
    ...proved.flatMap(({ file, proof }) => verificationDiagnostics(file, proof)),
    ...tested,
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
