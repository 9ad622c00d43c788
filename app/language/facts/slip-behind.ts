/**
 * What is wrong with facts that are not YAML, by how authors slip. A line that looks like a slip is
 * often sound (a text may go over several lines and hold what it likes), so it is named only where
 * mending it takes the parser past its first complaint.
 */
import type { YAMLError } from "yaml";
import { firstProblem, parseYaml } from "../yaml-problem";
import { suspectedSlips } from "./suspected-slips";
import type { Edit, SuspectedSlip } from "./suspicion";

/** Where `edit` moves a place of the facts. */
function moved(place: number, { from, to, by }: Edit): number {
  if (place <= from) return place;
  return place < to ? from + by.length : place + by.length - (to - from);
}

/** The parser is asked again about no more than this many characters in all. */
const MAX_READ = 192 * 1024;

/** The suspects by how far their lines are from a place; those of one line stay in their order. */
function nearestFirst(
  suspects: readonly SuspectedSlip[],
  yaml: string,
  place: number,
): readonly SuspectedSlip[] {
  const line = (at: number) => yaml.lastIndexOf("\n", at - 1);
  const here = line(place);
  return suspects
    .map((suspect) => ({ suspect, away: Math.abs(line(suspect.at) - here) }))
    .sort((left, right) => left.away - right.away)
    .map(({ suspect }) => suspect);
}

/** The nearest slip that explains `problem`; null where the parser's own word has to do. `known` are names of facts. */
export function slipBehind(
  problem: YAMLError,
  yaml: string,
  known: readonly string[],
): SuspectedSlip | null {
  const [place] = problem.pos;
  let read = 0;
  for (const suspect of nearestFirst(suspectedSlips(yaml, known), yaml, place)) {
    for (const edit of suspect.mends) {
      read += yaml.length;
      if (read > MAX_READ) return null;
      const mended = yaml.slice(0, edit.from) + edit.by + yaml.slice(edit.to);
      const next = firstProblem(parseYaml(mended));
      if (next === null || next.pos[0] > moved(place, edit)) return suspect;
    }
  }
  return null;
}
