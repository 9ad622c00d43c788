/**
 * How long a role-play takes somebody who reads everything: the average over all ways through it,
 * each open answer being as likely as the next. Lines that depend on a condition count where the
 * condition holds; of an answer's feedback, which practice shows, all of it counts.
 */
import { plainText, type Script } from "~/core/prose/prose";
import { secondsToRead } from "~/core/prose/reading-time";
import type { Choice, Line, Scene } from "../definition";
import { sizeOf } from "./graph";
import type { Walk } from "./walk";

/** To weigh one choice against another, once they have been read. */
const SECONDS_A_CHOICE = 6;
/** To write a sentence or two on a phone. */
const SECONDS_A_TYPED_REPLY = 30;
const ROUNDS = 400;
const CLOSE_ENOUGH = 0.01;

const read = (prose: Script) => secondsToRead([plainText(prose)]);

/** Lines with a condition come in variants of which about one is seen. */
function readLines(lines: readonly Line[]): number {
  const always = lines.filter(({ when }) => when === null);
  const variants = lines.filter(({ when }) => when !== null);
  const total = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + read(text), 0);
  return total(always) + total(variants) / Math.max(1, Math.min(2, variants.length));
}

function secondsOfScene(scene: Scene): number {
  const answering = scene.reply ? SECONDS_A_TYPED_REPLY : SECONDS_A_CHOICE;
  return (
    readLines(scene.lines) +
    scene.choices.reduce((sum, choice) => sum + read(choice.text), 0) +
    answering
  );
}

function secondsOfAnswer(answer: Choice): number {
  return (
    readLines(answer.consequence) +
    answer.feedback.reduce((sum, { text }) => sum + read(text), 0) /
      Math.max(1, answer.feedback.length)
  );
}

/** Seconds; the briefing and the ending's words are in it. */
export function typicalSeconds(walk: Walk): number {
  const { scenario } = walk.program;
  const ofPlace = [
    ...scenario.scenes.map(secondsOfScene),
    ...scenario.endings.map(
      ({ lines, felt, tonight }) => readLines(lines) + read(felt) + read(tonight),
    ),
  ];
  const ofAnswer = walk.program.answers.map(({ choice }) => secondsOfAnswer(choice));
  const size = sizeOf(walk);
  const rest = new Float64Array(size);
  // What was met later mostly lies further on, so from the end one round says nearly all.
  for (let round = 0; round < ROUNDS; round += 1) {
    let most = 0;
    for (let state = size - 1; state >= 0; state -= 1) {
      const from = walk.rows[state] ?? 0;
      const end = walk.rows[state + 1] ?? 0;
      let ahead = 0;
      for (let edge = from; edge < end; edge += 1) {
        ahead += (ofAnswer[walk.answers[edge] ?? -1] ?? 0) + (rest[walk.targets[edge] ?? 0] ?? 0);
      }
      const seconds =
        (ofPlace[walk.places[state] ?? 0] ?? 0) + (end > from ? ahead / (end - from) : 0);
      most = Math.max(most, Math.abs(seconds - (rest[state] ?? 0)));
      rest[state] = seconds;
    }
    if (most < CLOSE_ENOUGH) break;
  }
  const starts = walk.initial.map((state) => rest[state] ?? 0);
  const average = starts.reduce((sum, own) => sum + own, 0) / Math.max(1, starts.length);
  return read(scenario.briefing) + average;
}
