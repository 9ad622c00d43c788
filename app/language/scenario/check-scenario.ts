/** What holds between the parts of a scenario, once each of them was read. */
import type { Position } from "~/core/diagnostic";
import type { Choice, Scenario, Scene } from "~/core/scenario/definition";
import { answersOf } from "~/core/scenario/lookup";
import { isCall } from "~/core/scenario/play";
import { reportDuplicates } from "../element-reader";
import type { Reporter } from "../reporter";

const TOP: Position = { line: 1, column: 1 };

/** Where something was refused, which may have been what seems to be missing. */
export interface Refused {
  /** At the top of the file. */
  readonly atTop: boolean;
  /** Places of answers in which, or of which, something was refused. */
  readonly answers: ReadonlySet<Position>;
}

function checkParts(scenario: Scenario, reporter: Reporter): void {
  if (scenario.scenes.length === 0) {
    reporter.report(
      "scenario/no-scene",
      TOP,
      "This scenario has no scene.",
      'Add a <Scene id="opening"> with lines and choices.',
    );
  }
  if (scenario.endings.length === 0) {
    reporter.report(
      "scenario/no-ending",
      TOP,
      "This scenario never ends.",
      'Add an <Ending id="…" outcome="passed" title="…">.',
    );
  } else if (!scenario.endings.some((ending) => ending.outcome === "passed")) {
    reporter.report(
      "scenario/no-passing-ending",
      scenario.endings[0]?.at ?? TOP,
      "No ending of this scenario passes, so nobody can complete it.",
      'Give the good ending outcome="passed".',
    );
  }
}

function checkNames(scenario: Scenario, reporter: Reporter): void {
  const named = <Part extends { readonly at: Position }>(
    parts: readonly Part[],
    name: (part: Part) => string,
  ) => parts.map((part) => ({ name: name(part), at: part.at }));
  reportDuplicates(
    named([...scenario.scenes, ...scenario.endings], (place) => place.id),
    "scene or ending",
    reporter,
  );
  reportDuplicates(
    named(scenario.cast, (member) => member.id),
    "member of the cast",
    reporter,
  );
  reportDuplicates(
    named(scenario.variables, (variable) => variable.name),
    "variable",
    reporter,
  );
}

/** Somebody answers a choice, and somebody explains it. */
export function checkResponse(choice: Choice, reporter: Reporter): void {
  if (choice.consequence.length === 0) {
    reporter.report(
      "choice/no-consequence",
      choice.at,
      "Nobody answers this choice.",
      "Add a <Consequence> with what the other person says or does at once.",
    );
  }
  if (choice.feedback.length === 0) {
    reporter.report(
      "choice/no-feedback",
      choice.at,
      "Nobody explains this choice.",
      "Add a <Feedback> that says why, and what to try.",
    );
  }
}

function checkAnswer(choice: Choice, reporter: Reporter): void {
  if (choice.shows.length + choice.misses.length === 0) {
    reporter.report(
      "choice/unmarked",
      choice.at,
      "Other choices of this scene say which behaviour they show; this one says nothing.",
      'Add shows="…" or misses="…".',
    );
  }
  checkResponse(choice, reporter);
}

function checkScene(
  scene: Scene,
  scenario: Scenario,
  partial: Refused["answers"],
  reporter: Reporter,
): void {
  const answers = answersOf(scene);
  const isMarked = answers.some((choice) => choice.shows.length > 0);
  for (const choice of answers) {
    if (!isMarked || isCall(scenario, scene, choice) || partial.has(choice.at)) continue;
    checkAnswer(choice, reporter);
  }
}

export function checkScenario(scenario: Scenario, refused: Refused, reporter: Reporter): void {
  if (!refused.atTop) checkParts(scenario, reporter);
  checkNames(scenario, reporter);
  for (const scene of scenario.scenes) checkScene(scene, scenario, refused.answers, reporter);
  if (scenario.behaviours.length === 0 && !reporter.hasErrors) {
    reporter.report(
      "field/missing",
      scenario.places?.behaviours ?? TOP,
      "This scenario practises no behaviour: `behaviours` lists nothing.",
      'List at least one, and say with shows="…" which answers show it.',
    );
  }
}
