/** `content diff A B [--out FILE.svg]`: what a change of a scenario means for learners. */
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Vocabulary } from "~/core/behaviour/behaviour";
import { hasErrors } from "~/core/diagnostic";
import { gravestKind, meanings } from "~/core/publishing/change";
import { countInWords } from "~/core/prose/in-words";
import { compareScenarios } from "~/core/scenario/comparison";
import type { Scenario } from "~/core/scenario/definition";
import { drawScenario } from "~/core/scenario/drawing";
import { underNewNames } from "~/core/scenario/renames";
import {
  verifyScenario,
  type EndingFigures,
  type Verification,
} from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { decodeSource } from "~/language/source";
import { CannotRun } from "./arguments";

/** A scenario may be named by its folder. */
async function fileOf(named: string): Promise<string> {
  const facts = await stat(named).catch(() => null);
  if (facts?.isDirectory() === true) return join(named, "index.mdx");
  if (facts) return named;
  throw new CannotRun(
    `There is no file ${named}. Two versions of an index.mdx are compared, as in: content -- diff before/index.mdx after/index.mdx`,
  );
}

async function read(named: string, vocabulary: Vocabulary): Promise<Scenario> {
  const file = await fileOf(named);
  const { text } = decodeSource(file, await readFile(file));
  const parsed = text === null ? null : parseScenario({ file, text }, { vocabulary });
  if (parsed?.definition && !hasErrors(parsed.diagnostics)) return parsed.definition;
  throw new CannotRun(`${file} has errors; look through it first with: check.`);
}

const percent = (part: { readonly shown: number; readonly offered: number }) =>
  `${Math.round((100 * part.shown) / part.offered)} %`;

function scoresText({ score }: EndingFigures, { isDecided }: Verification): string {
  if (!score) return isDecided ? "there is no score" : "its scores are not decided";
  const [least, greatest] = [percent(score.least), percent(score.greatest)];
  return least === greatest ? `every score is ${least}` : `scores go from ${least} to ${greatest}`;
}

function shortestText({ shortest }: EndingFigures): string {
  return shortest === null
    ? "nobody gets there"
    : `the shortest way there has ${countInWords(shortest, "answer")}`;
}

/** What can be reached, and with which scores, where that is otherwise now, or is not known. */
export function figureChanges(before: Verification, after: Verification): readonly string[] {
  const unknown = [
    ...(before.isWalked ? [] : ["as it was"]),
    ...(after.isWalked ? [] : ["as it is now"]),
  ];
  if (unknown.length > 0) {
    const which = unknown.join(" and ");
    return [
      `Not decided of the role-play ${which}: which endings are reached, how, and with which scores.`,
    ];
  }
  return after.endings.flatMap((ending) => {
    const earlier = before.endings.find((other) => other.ending === ending.ending);
    if (!earlier) return [];
    return [shortestText, scoresText].flatMap((text) => {
      const [was, is] = [text(earlier, before), text(ending, after)];
      return was === is ? [] : [`To \`${ending.ending}\`: ${is}; before, ${was}.`];
    });
  });
}

/** The picture, where one is asked for, is the scenario after the change, with what changed marked. */
export async function diffScenarios(
  files: readonly [before: string, after: string],
  vocabulary: Vocabulary,
  picture: string | null,
): Promise<string> {
  const [before, after] = await Promise.all(files.map((file) => read(file, vocabulary)));
  if (!before || !after) throw new Error("Two files are needed.");
  const changes = compareScenarios(before, after);
  const kind = gravestKind(changes);
  if (picture !== null) {
    const places = changes.flatMap(({ place }) => (place === null ? [] : [place]));
    await writeFile(picture, drawScenario(after, new Set(places)));
  }
  if (kind === null) return "Nothing changed for learners.";
  const [was, is] = [verifyScenario(underNewNames(before, after).before), verifyScenario(after)];
  return [
    meanings[kind],
    ...changes.map((change) => `  ${change.kind}: ${change.message}`),
    ...figureChanges(was, is).map((line) => `  ${line}`),
  ].join("\n");
}
