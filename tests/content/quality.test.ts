import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { qualityOf } from "~/cli/content/quality";
import { qualityTable } from "~/cli/content/quality-table";
import { lessonShortfalls } from "~/core/quality/lesson-figures";
import { scenarioShortfalls } from "~/core/quality/scenario-figures";
import { setFigures } from "~/core/quality/set-figures";
import { aChoice, aScenario, aScene, prose } from "tests/factories/scenario";
import { setShortfalls } from "./set-shortfalls";

const { library } = await loadLibrary(shippedContent);
const quality = qualityOf(library);

test("there are at least 24 lessons in six courses", () => {
  expect(quality.lessons).toHaveLength(library.lessons.length);
  expect(quality.lessons.length).toBeGreaterThanOrEqual(24);
  expect(library.courses).toHaveLength(6);
});

test("every lesson takes 4 to 9 minutes, is read with ease at 12 to 14, and has what teaches", () => {
  expect(quality.lessons.flatMap(lessonShortfalls)).toEqual([]);
});

const lessons = library.lessons.map(({ definition, text }) => ({
  id: definition.id,
  elements: text.elements,
}));

test("every lesson has something to look at, and what a lesson can ask for is asked for in four or more", () => {
  const without = lessons.filter(({ elements }) => !elements.includes("Figure"));
  expect(without.map(({ id }) => id)).toEqual([]);
  const kinds = ["Transcript", "Wording", "Sort", "Order", "Spot", "Dialogue", "Rating"];
  const rare = kinds.filter(
    (kind) => lessons.filter(({ elements }) => elements.includes(kind)).length < 4,
  );
  expect(rare).toEqual([]);
});

test("every role-play takes 3 to 10 minutes, lets something be made good, and turns on what was done", () => {
  expect(quality.scenarios.flatMap(scenarioShortfalls)).toEqual([]);
});

test("the role-plays as a set practise every behaviour, in many kinds of moment, and give nothing away", () => {
  expect(setShortfalls(quality.set)).toEqual([]);
});

test("a set is told what it lacks", () => {
  const best = aChoice({ id: "best", text: prose("Two words") });
  const other = aChoice({ id: "other", text: prose("Rather more words"), shows: [] });
  const one = aScenario({ scenes: [aScene({ choices: [best, other] })] });
  const short = setShortfalls(setFigures([one], ["listening"]));
  expect(short).toContain("The set holds 1 role-play.");
  expect(short).toContain("Own words are asked for in only 0 role-plays.");
  expect(short).toContain("Too few are of the kind abuse: 0 role-plays.");
  expect(short).toContain("The best choice is the shortest too often.");
  expect(short).toContain("listening is offered in 1 moment of 1 role-play.");
  expect(short).not.toContain("The best choice is the longest too often.");
});

test("in half of the role-plays what was drawn is printed, and is heard of again", () => {
  const printing = library.scenarios.filter(({ definition }) => {
    const places = [...definition.scenes, ...definition.endings].map((at) => JSON.stringify(at));
    return places.filter((words) => words.includes('"kind":"drawn"')).length >= 2;
  });
  expect(printing.length).toBeGreaterThanOrEqual(library.scenarios.length / 2);
});

test("onboarding takes two weeks, a quarter of an hour or so a day", () => {
  const path = library.paths.find(({ definition }) => definition.slug === "onboarding");
  const minutes = new Map<string, number>([
    ...library.lessons.map(({ definition }) => [definition.id, definition.minutes] as const),
    ...library.scenarios.map(({ definition }) => [definition.slug, definition.minutes] as const),
  ]);
  const ofDay = new Map<number, number>();
  for (const step of path?.definition.steps ?? []) {
    const own = minutes.get(step.kind === "lesson" ? step.lesson : step.scenario) ?? 0;
    ofDay.set(step.dueAfterDays, (ofDay.get(step.dueAfterDays) ?? 0) + own);
  }
  const days = [...ofDay.keys()];
  expect(Math.min(...days)).toBe(0);
  expect(Math.max(...days)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...days)).toBeLessThanOrEqual(14);
  for (const [day, total] of ofDay) {
    expect(`day ${day}: ${total <= 20 ? "fits" : `${total} minutes`}`).toBe(`day ${day}: fits`);
  }
});

test("the curriculum page names every lesson and role-play, and teaches each of the twenty demands", () => {
  const page = readFileSync(
    fileURLToPath(new URL("../../docs/curriculum.md", import.meta.url)),
    "utf8",
  );
  const titles = [...library.lessons, ...library.scenarios].map(
    ({ definition }) => definition.title,
  );
  expect(titles.filter((title) => !page.includes(title))).toEqual([]);
  const rows = page.split("\n").flatMap((line) => {
    const [, number, , taught] = /^\|\s*(\d+)\s*\|([^|]*)\|([^|]*)\|/.exec(line) ?? [];
    return number === undefined ? [] : [{ number: Number(number), taught: taught ?? "" }];
  });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  const untaught = rows.filter(({ taught }) => !titles.some((title) => taught.includes(title)));
  expect(untaught).toEqual([]);
});

test("the table has a row for each lesson, role-play and behaviour, and fits a terminal", () => {
  const lines = qualityTable(quality).split("\n");
  const rows = [
    ...quality.lessons.map(({ lesson }) => lesson),
    ...quality.scenarios.map(({ scenario }) => scenario),
    ...quality.set.behaviours.map(({ behaviour }) => behaviour),
  ];
  for (const row of rows) {
    expect(lines.filter((line) => line.startsWith(`${row} `)).length).toBeGreaterThanOrEqual(1);
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
});
