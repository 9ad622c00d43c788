/** Rows of typed replies that never get a turn, and sentences that show that the others do. */
import type { ReplyRow } from "../definition";
import type { Finding } from "./finding";
import type { ProgramAnswer, ProgramScene } from "./program";
import type { Slots } from "./probe";
import { isTakenElsewhere, sentenceThatTakes } from "./reply-reach";
import { calledOfCode, valuesOfCode } from "./state-codes";
import type { Walk } from "./walk";

/** A call of an interlude is not taken twice: what stands below it gets its turn then. */
const isOnOffer = ({ when, callBit }: ProgramAnswer, slots: Slots, called: number) =>
  (callBit & called) === 0 && (when?.test(slots) ?? true);

/** Which rows of a scene are open together, case by case, as the walk met it. */
function openTogether(
  walk: Walk,
  place: number,
  scene: ProgramScene,
): readonly ReadonlySet<ReplyRow>[] {
  const rows = scene.answers.filter(({ kind }) => kind === "row");
  const all = rows.map(({ choice }) => choice as ReplyRow);
  if (rows.every(({ when, callBit }) => when === null && callBit === 0)) {
    return walk.places.includes(place) ? [new Set(all)] : [];
  }
  const cases = new Map<string, ReadonlySet<ReplyRow>>();
  const slots = new Int32Array(walk.program.sizes.length);
  for (const [state, own] of walk.places.entries()) {
    if (own !== place) continue;
    const code = walk.codes[state] ?? 0;
    valuesOfCode(walk.program, code, slots);
    const called = calledOfCode(walk.program, code);
    const open = all.filter((_, at) => rows[at] && isOnOffer(rows[at], slots, called));
    cases.set(open.map(({ id }) => id).join(" "), new Set(open));
  }
  return [...cases.values()];
}

/** Phrases of a row that gets its turn by others of them. */
function idlePhrases(
  row: ReplyRow,
  earlier: readonly ReplyRow[],
  open: readonly ReadonlySet<ReplyRow>[],
): readonly Finding[] {
  if (row.phrases.length < 2) return [];
  const always = earlier.filter((other) => open.every((together) => together.has(other)));
  return row.phrases.flatMap((phrase, index): readonly Finding[] => {
    if (!isTakenElsewhere(row, phrase, always)) return [];
    return [
      {
        rule: "unreachable/phrase",
        at: row.phrasesAt?.[index] ?? row.at,
        message: `The phrase \`${phrase}\` never gets a turn: whatever holds it, an earlier row or its own \`unless\` takes.`,
        fix: "Take it out, or mend what takes it.",
        witness: null,
      },
    ];
  });
}

function shadowed(
  row: ReplyRow,
  earlier: readonly ReplyRow[],
  cases: readonly ReadonlySet<ReplyRow>[],
): readonly Finding[] {
  const open = cases.filter((together) => together.has(row));
  const answers = new Set<string>();
  for (const together of open) {
    const found = sentenceThatTakes(
      row,
      earlier.filter((other) => together.has(other)),
    );
    if (typeof found === "object") return idlePhrases(row, earlier, open);
    answers.add(found);
  }
  if (answers.size === 0) return [];
  if (answers.has("not decided")) {
    return [
      {
        rule: "proof/not-decided",
        at: row.at,
        message: `Whether the row \`${row.id}\` ever gets a turn is not decided: its phrases and those before it mix in too many ways.`,
        fix: "Use fewer phrases, or fewer gaps in them.",
        witness: null,
      },
    ];
  }
  return [
    {
      rule: "unreachable/row",
      at: row.at,
      message: `The row \`${row.id}\` never gets a turn: whatever it could match, an earlier row or its own \`unless\` takes.`,
      fix: "Put it before the other, or give it phrases of its own.",
      witness: null,
    },
  ];
}

/** Rows and phrases that no sentence can be taken by, in the cases in which they are open. */
export function shadowedRows(walk: Walk): readonly Finding[] {
  return walk.program.scenes.flatMap((scene, place) => {
    const rows = scene.scene.reply?.rows ?? [];
    if (rows.length === 0) return [];
    const cases = openTogether(walk, place, scene);
    return rows.flatMap((row, index) =>
      row.phrases.length === 0 ? [] : shadowed(row, rows.slice(0, index), cases),
    );
  });
}
