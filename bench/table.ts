/** The figures as a table that fits a terminal. */
import type { ColdPage } from "./cold-page";
import type { Load } from "./load";

export interface Row extends Load {
  readonly name: string;
  readonly connections: number;
  /** Server CPU-milliseconds for each unit; null where the kernel does not tell. */
  readonly cpu: number | null;
}

interface Report {
  readonly rows: readonly Row[];
  readonly coldLessonPage: ColdPage;
  readonly residentMebibytes: number | null;
  readonly residentMebibytesAtStart: number | null;
  readonly lessonHtmlBytes: number;
  readonly ceilings: { readonly rawHttp: number; readonly rawDurableInserts: number };
}

function line(cells: readonly string[]): string {
  const [name = "", ...figures] = cells;
  return name.padEnd(28) + figures.map((figure) => figure.padStart(11)).join("");
}

export function printTable({
  rows,
  coldLessonPage,
  residentMebibytes,
  residentMebibytesAtStart,
  lessonHtmlBytes,
  ceilings,
}: Report): void {
  console.log(`\n${line(["", "connections", "a second", "p50 ms", "p99 ms", "CPU-ms"])}`);
  for (const row of rows) {
    console.log(
      line([
        row.name,
        String(row.connections),
        row.rate.toFixed(0),
        row.p50.toFixed(1),
        row.p99.toFixed(1),
        row.cpu === null ? "–" : row.cpu.toFixed(2),
      ]),
    );
  }
  console.log(
    `\nCold lesson page: ${coldLessonPage.kibibytes.toFixed(1)} KiB in ${String(coldLessonPage.requests)} requests`,
  );
  for (const file of coldLessonPage.slowest) console.log(`  ${file}`);
  const megabytes = (figure: number | null) => `${figure?.toFixed(0) ?? "–"} MB`;
  console.log(
    `Resident memory: ${megabytes(residentMebibytesAtStart)} at the start, ${megabytes(residentMebibytes)} after the load`,
  );
  const rate = (name: string) =>
    rows.find((row) => row.name === name && row.connections === 16)?.rate ?? 0;
  console.log(
    "\nCeilings of this machine in this run, and what part of them we reach at 16 connections:",
  );
  console.log(
    `  raw Node HTTP, ${String(lessonHtmlBytes)} bytes: ${ceilings.rawHttp.toFixed(0)} a second; a lesson page reaches ${((100 * rate("lesson page")) / ceilings.rawHttp).toFixed(1)} %`,
  );
  console.log(
    `  raw durable SQLite insert: ${ceilings.rawDurableInserts.toFixed(0)} a second; a choice with its next moment reaches ${((100 * rate("choice and next moment")) / ceilings.rawDurableInserts).toFixed(1)} %`,
  );
}
