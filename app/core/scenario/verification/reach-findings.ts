/** Findings on reach: what nobody can ever meet, and conditions that decide nothing. */
import type { Position } from "~/core/diagnostic";
import { idleConditions } from "./condition-findings";
import { neverHolding, placeOfPart } from "./expression-parts";
import type { Finding } from "./finding";
import type { Program } from "./program";
import type { Probe } from "./probe";
import { shadowedRows } from "./row-findings";
import type { Walk } from "./walk";

type Unreachable = Pick<Finding, "rule" | "at" | "message" | "fix">;

const found = (finding: Unreachable): Finding => ({ ...finding, witness: null });

function unmetPlaces(walk: Walk): {
  readonly met: ReadonlySet<number>;
  readonly findings: readonly Finding[];
} {
  const met = new Set(walk.places);
  const { scenario } = walk.program;
  const findings = [
    ...scenario.scenes.flatMap((scene, place) =>
      met.has(place)
        ? []
        : [
            found({
              rule: "unreachable/scene",
              at: scene.at,
              message: `Nobody ever gets to the scene \`${scene.id}\`.`,
              fix: "Let a choice that can be taken lead to it, or take it out.",
            }),
          ],
    ),
    ...scenario.endings.flatMap((ending, index) =>
      met.has(scenario.scenes.length + index)
        ? []
        : [
            found({
              rule: "unreachable/ending",
              at: ending.at,
              message: `Nobody ever gets to the ending \`${ending.id}\`.`,
              fix: "Let a choice or a standing rule that can happen lead to it, or take it out.",
            }),
          ],
    ),
  ];
  return { met, findings };
}

/** Where in a condition that never holds the part stands that keeps it from holding. */
function culpritAt(probe: Probe): Position {
  const part = neverHolding(probe);
  return part === probe.guard.condition ? probe.guard.at : placeOfPart(probe.guard, part).at;
}

function unmetAnswers(walk: Walk, met: ReadonlySet<number>): readonly Finding[] {
  const taken = new Set(walk.answers);
  return walk.program.answers.flatMap((answer) => {
    if (!met.has(answer.scene) || taken.has(answer.index)) return [];
    const { choice, when } = answer;
    const isRow = answer.kind === "row";
    return [
      found({
        rule: isRow ? "unreachable/row" : "unreachable/choice",
        at: when ? culpritAt(when) : choice.at,
        message: `The ${isRow ? "row" : "choice"} \`${choice.id}\` can never be taken${when ? `: whenever its scene is met, \`${when.guard.text}\` does not hold` : ""}.`,
        fix: "Mend its condition, or what sets the variables in it, or take it out.",
      }),
    ];
  });
}

function unfiredRules(program: Program): readonly Finding[] {
  return program.rules.flatMap(({ probe }) =>
    probe.sawTrue
      ? []
      : [
          found({
            rule: "unreachable/rule",
            at: culpritAt(probe),
            message: `This standing rule never fires: \`${probe.guard.text}\` never holds, or an earlier rule is always first.`,
            fix: "Mend its condition, put it before the other, or take it out.",
          }),
        ],
  );
}

function unshownLines(probes: readonly Probe[]): readonly Finding[] {
  return probes.flatMap((probe) =>
    probe.sawFalse && !probe.sawTrue
      ? [
          found({
            rule: "unreachable/line",
            at: culpritAt(probe),
            message: `This is never shown: whenever it could be, \`${probe.guard.text}\` does not hold.`,
            fix: "Mend its condition, or take it out.",
          }),
        ]
      : [],
  );
}

/** What an ending that is met never tells, also where an earlier telling is always first. */
function untold({ program }: Walk, met: ReadonlySet<number>): readonly Finding[] {
  return program.tellings.flatMap((lists, index) =>
    (met.has(program.scenes.length + index) ? lists.flat() : []).flatMap((probe) =>
      probe.sawTrue
        ? []
        : [
            found({
              rule: "unreachable/line",
              at: probe.guard.at,
              message: `This is never told: whenever its turn comes, \`${probe.guard.text}\` does not hold.`,
              fix: "Mend its condition, put it before the others, or take it out.",
            }),
          ],
    ),
  );
}

/** Probes of the walk by what they belong to. */
function linesOf(program: Program): readonly Probe[] {
  return [
    ...program.scenes.flatMap((scene) => scene.lines),
    ...program.endingLines.flat(),
    ...program.answers.flatMap((answer) => answer.after),
  ];
}

/** `still`: variables that nothing changes, of which that is said already. */
export function unreachableParts(walk: Walk, still: ReadonlySet<string>): readonly Finding[] {
  const { program } = walk;
  const { met, findings } = unmetPlaces(walk);
  const lines = linesOf(program);
  const choices = program.answers.flatMap(({ when, kind }) =>
    when ? [{ probe: when, of: kind === "row" ? "row" : "choice" }] : [],
  );
  return [
    ...findings,
    ...unmetAnswers(walk, met),
    ...unfiredRules(program),
    ...unshownLines(lines),
    ...untold(walk, met),
    ...shadowedRows(walk),
    ...idleConditions(
      [
        ...choices,
        ...lines.map((probe) => ({ probe, of: "line" })),
        ...program.tellings.flat(2).map((probe) => ({ probe, of: "telling" })),
        ...program.rules.map(({ probe }) => ({ probe, of: "rule" })),
      ],
      still,
    ),
  ];
}
