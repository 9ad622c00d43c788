/** `content diff A B [--out FILE.svg]`: what a change of a scenario means for learners. */
import { readFile, writeFile } from "node:fs/promises";
import type { Vocabulary } from "~/core/behaviour/behaviour";
import { hasErrors } from "~/core/diagnostic";
import { gravestKind, meanings } from "~/core/publishing/change";
import { compareScenarios } from "~/core/scenario/comparison";
import type { Scenario } from "~/core/scenario/definition";
import { drawScenario } from "~/core/scenario/drawing";
import { underNewNames } from "~/core/scenario/renames";
import { verifyScenario, type EndingFigures } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";

async function read(file: string, vocabulary: Vocabulary): Promise<Scenario> {
  const source = { file, text: await readFile(file, "utf8") };
  const { definition, diagnostics } = parseScenario(source, { vocabulary });
  if (definition && !hasErrors(diagnostics)) return definition;
  throw new Error(`${file} has errors; look through it first with: check.`);
}

const percent = (part: { readonly shown: number; readonly offered: number }) =>
  `${Math.round((100 * part.shown) / part.offered)} %`;

/** What can be reached, and with which scores, where that is otherwise now. */
function figureChanges(before: readonly EndingFigures[], after: readonly EndingFigures[]) {
  const ways = ({ shortest }: EndingFigures) =>
    shortest === null ? "nobody gets there" : `the shortest way there has ${shortest} answers`;
  const scores = ({ score }: EndingFigures) =>
    score
      ? `scores there go from ${percent(score.least)} to ${percent(score.greatest)}`
      : "no score";
  return after.flatMap((ending) => {
    const earlier = before.find((other) => other.ending === ending.ending);
    if (!earlier) return [];
    return [ways, scores].flatMap((text) =>
      text(earlier) === text(ending)
        ? []
        : [`To \`${ending.ending}\`: ${text(ending)}; before, ${text(earlier)}.`],
    );
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
    ...figureChanges(was.endings, is.endings).map((line) => `  ${line}`),
  ].join("\n");
}
