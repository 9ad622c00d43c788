/** `content play SLUG --record NAME`: a run as one more transcript of the `tests.yml` beside its scenario. */
import { constants, existsSync } from "node:fs";
import { access, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Document, isCollection, isSeq, parseDocument, type Node } from "yaml";
import type { AttemptState } from "~/core/scenario/attempt";
import type { Answer } from "~/core/scenario/answer";
import type { Scenario } from "~/core/scenario/definition";
import { presentMoment } from "~/core/scenario/moment";
import { scoreOf } from "~/core/scenario/scoring";
import { moodAfter } from "~/core/scenario/transcript";
import { parseTranscripts } from "~/language/parse-transcripts";
import { CannotRun } from "./arguments";
import { sentenceFor } from "./cannot-run";
import type { Draws, Played } from "./play";

/** Where a run is to be kept, and under which name. */
interface Recording {
  readonly file: string;
  readonly name: string;
}

const inWords = (named: Draws) =>
  Object.entries(named).map(([name, value]) => `${name} = ${String(value)}`);

function stepOf(answer: Answer) {
  const { kind, scene, choice, words } = answer;
  const mood = moodAfter(answer);
  const given =
    kind === "choice" ? { choose: choice.id } : kind === "reply" ? { type: words } : { wait: true };
  return { in: scene, ...given, ...(mood && { mood }) };
}

/** The attempt as a transcript for `tests.yml`, its lines not yet set in. */
export function transcriptOf(
  scenario: Scenario,
  state: AttemptState,
  name: string,
  draws: Draws = {},
): string {
  const { ending } = presentMoment(scenario, state);
  const { behaviours, passed } = scoreOf(scenario, state);
  const scores = behaviours.map(
    ({ behaviour, shown, offered }) => `${behaviour} = ${shown} of ${offered}`,
  );
  const document = new Document([
    {
      name,
      ...(Object.keys(draws).length > 0 && { draws: inWords(draws) }),
      steps: state.answers.map(stepOf),
      expect: { ending: ending?.id ?? "", passed, ...(scores.length > 0 && { scores }) },
    },
  ]);
  const inOneLine = (node: unknown) => {
    if (isCollection(node)) node.flow = true;
  };
  inOneLine(document.getIn([0, "draws"]));
  inOneLine(document.getIn([0, "expect"]));
  const steps = document.getIn([0, "steps"]);
  if (isSeq(steps)) steps.items.forEach(inOneLine);
  return document.toString({ lineWidth: 0 });
}

const setIn = (text: string, by: number) => text.replace(/^(?=.)/gm, " ".repeat(by));

/** The beginning of the line after `offset`, or the end of the text. */
function nextLine(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

function inserted(existing: string, transcript: string): string {
  const document = parseDocument(existing);
  if (document.errors.length > 0) return existing;
  const list = document.get("transcripts", true);
  const whole = existing === "" || existing.endsWith("\n") ? existing : `${existing}\n`;
  if (isSeq(list) && list.flow !== true && list.range) {
    const [start, end] = list.range;
    const at = nextLine(whole, end);
    const indent = start - (whole.lastIndexOf("\n", start) + 1);
    return whole.slice(0, at) + setIn(transcript, indent) + whole.slice(at);
  }
  const isAbsent = !document.has("transcripts") && !/^\.\.\.[ \t]*$/m.test(existing);
  const top = document.contents;
  if (isAbsent && !(isCollection(top) && top.flow === true)) {
    return `${whole}transcripts:\n${setIn(transcript, 2)}`;
  }
  const [added] = (parseDocument(transcript).contents as { items: readonly Node[] }).items;
  if (isSeq(list)) list.add(added);
  else document.set("transcripts", [added]);
  return document.toString({ lineWidth: 0 });
}

/** The text of a `tests.yml`, where it can be read, with one more transcript, after the others that it has. */
export function withTranscript(existing: string, transcript: string): string {
  const isWindows = existing.includes("\r\n");
  const text = inserted(isWindows ? existing.replaceAll("\r\n", "\n") : existing, transcript);
  return isWindows ? text.replaceAll("\n", "\r\n") : text;
}

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch((problem: unknown) => {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw Object.assign(problem as Error, { path: file });
  });
}

/** The transcripts of a file by their names; null where it has errors. */
function namesIn(text: string): readonly string[] | null {
  const { definition, diagnostics } = parseTranscripts({ file: "tests.yml", text });
  const isSound = diagnostics.every(({ severity }) => severity !== "error");
  return isSound && definition ? definition.transcripts.map(({ name }) => name) : null;
}

const PROBE = "- { name: …, steps: [{ wait: true }] }\n";

/** Made sure of before anybody plays: what stands in the way afterwards costs the run. */
export async function prepareRecording(folder: string, wanted: string): Promise<Recording> {
  const name = wanted.replace(/\s+/g, " ").trim();
  if (name === "" || name.length > 100) {
    throw new CannotRun(
      "After --record stands a name of at most 100 letters, as in --record best.",
    );
  }
  const named = ["tests.yml", "tests.yaml"].map((own) => join(folder, own));
  const file = named.find((own) => existsSync(own)) ?? join(folder, "tests.yml");
  const names = namesIn(withTranscript(await read(file), PROBE));
  if (names === null) {
    throw new CannotRun(`${file} has errors; look through it first with: check.`);
  }
  if (names.includes(name)) {
    throw new CannotRun(
      `A transcript is called “${name}” already in ${file}. Choose another name.`,
    );
  }
  await access(folder, constants.W_OK);
  return { file, name };
}

/** Keeps a run; where that fails the run is told in the sentence, so that it is not lost. */
export async function keepRecording(
  { file, name }: Recording,
  scenario: Scenario,
  { state, draws }: Played,
): Promise<void> {
  const transcript = transcriptOf(scenario, state, name, draws);
  try {
    const text = withTranscript(await read(file), transcript);
    if (namesIn(text)?.includes(name) !== true) {
      throw new CannotRun(`${file} is written in a way that nothing can be added to.`);
    }
    const target = existsSync(file) ? await realpath(file) : file;
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
    try {
      await writeFile(beside, text);
      await rename(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
  } catch (problem) {
    throw new CannotRun(
      `${sentenceFor(problem)}\nThe run was not kept. Put it under \`transcripts:\` in tests.yml yourself:\n\n${setIn(transcript, 2)}`,
    );
  }
}
