/** The figures of a content folder as plain tables, narrow enough for eighty columns. */
import { lessonShortfalls, type LessonFigures } from "~/core/quality/lesson-figures";
import { scenarioShortfalls, type ScenarioFigures } from "~/core/quality/scenario-figures";
import type { SetFigures } from "~/core/quality/set-figures";
import type { Quality } from "./quality";

type Row = readonly string[];

const mark = (holds: boolean) => (holds ? "yes" : "–");
const count = (number: number) => (number === 0 ? "–" : String(number));
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The first column to the left, the others to the right. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)].join("\n");
}

const minutes = (declared: number, counted: number | null) =>
  `${declared} (${counted?.toFixed(1) ?? "?"})`;

function lessonRow(own: LessonFigures): Row {
  return [
    own.lesson,
    minutes(own.declaredMinutes, own.minutes),
    own.readingAge.toFixed(1),
    own.fleschKincaid.toFixed(1),
    mark(own.hasModels),
    count(own.ruleCodes),
    count(own.questions),
    mark(own.hasGoal),
  ];
}

function scenarioRow(own: ScenarioFigures): Row {
  return [
    own.scenario,
    minutes(own.declaredMinutes, own.minutes),
    String(own.scenes),
    String(own.endings),
    count(own.variablesThatMatter.length),
    count(own.repairs),
    count(own.typedReplies),
    count(own.drawn.length),
    count(own.timed),
    count(own.interludes),
  ];
}

function setLines({ moments, behaviours, ...set }: SetFigures): string {
  return [
    `Over ${moments} moments with one best choice, it is the longest in ${percent(set.bestIsLongest)}, the shortest in ${percent(set.bestIsShortest)},`,
    `the first in ${percent(set.bestIsFirst)}, the last in ${percent(set.bestIsLast)}.`,
    "",
    table(
      ["behaviour", "moments", "role-plays"],
      behaviours.map((own) => [own.behaviour, String(own.moments), String(own.scenarios)]),
    ),
  ].join("\n");
}

/** Empty where there is neither lesson nor role-play. */
export function qualityTable({ lessons, scenarios, set }: Quality): string {
  const short = [...lessons.flatMap(lessonShortfalls), ...scenarios.flatMap(scenarioShortfalls)];
  const parts = [
    lessons.length > 0 &&
      table(
        ["lesson", "minutes", "age", "F-K", "models", "rules", "questions", "goal"],
        lessons.map(lessonRow),
      ),
    scenarios.length > 0 &&
      table(
        [
          "role-play",
          "minutes",
          "scenes",
          "ends",
          "vars",
          "repair",
          "typed",
          "drawn",
          "timed",
          "aside",
        ],
        scenarios.map(scenarioRow),
      ),
    scenarios.length > 0 && setLines(set),
    lessons.length + scenarios.length > 0 &&
      [
        "Minutes as stated, and as counted at 200 words a minute. Age: the years at which it is read with",
        "ease, by FORCAST, and by Flesch-Kincaid (F-K). Vars: variables that decide something.",
      ].join("\n"),
    short.length > 0 &&
      `Short of what they are meant to be:\n${short.map((sentence) => `  ${sentence}`).join("\n")}`,
  ];
  return parts.filter((part) => part !== false).join("\n\n");
}
