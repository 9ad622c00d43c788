/** A learner who plays over HTTP, keeps what the server told them, and never stops of themselves. */
import { randomUUID } from "node:crypto";
import type { Scenario } from "~/core/scenario/definition";
import type { Database } from "~/server/db.server";
import { choiceValue } from "~/server/learning/attempt-choice.server";
import { oneOf, type Random } from "tests/crash/random";
import { study, type Goal, type Lesson } from "tests/crash/study";

/** What a form gives: one of the choices, words of the learner's own, or a way back. */
export type Given =
  { readonly choice: string } | { readonly reply: string } | { readonly rewind: number };

export interface Form {
  readonly attemptId: string;
  readonly seq: number;
  readonly key: string;
  readonly given: Given;
}

/** What the learners were told, over all the lives of the server. */
export interface Told {
  /** Answered with 303: it is on record. */
  readonly acknowledged: Form[];
  /** Sent, and no answer came: it may be on record. */
  readonly sent: Form[];
  /** Goals that were answered with 303, and all that were sent. */
  readonly goals: { readonly acknowledged: Goal[]; readonly sent: Goal[] };
  /** Anything that a learner should never see, in words. */
  readonly surprises: string[];
}

export interface Learner {
  readonly personId: string;
  readonly cookie: string;
  /** The form that got no answer when the server died; sent again first. */
  unanswered: Form | null;
  /** The same of a goal. */
  unansweredGoal: Goal | null;
  attemptId: string | null;
  slug: string;
}

/** Somebody signed in who has not begun anything. */
export async function aLearner(database: Database, personId: string): Promise<Learner> {
  // It reads the secret that the run sets first.
  const { cookieOf } = await import("tests/setup/request");
  return {
    personId,
    cookie: await cookieOf(database, personId),
    unanswered: null,
    unansweredGoal: null,
    attemptId: null,
    slug: "",
  };
}

export interface World {
  readonly url: string;
  readonly scenarios: readonly Scenario[];
  readonly lessons: readonly Lesson[];
  readonly told: Told;
  readonly random: Random;
}

function fieldsOf({ seq, key, given }: Form): Record<string, string> {
  if ("rewind" in given) return { rewind: [given.rewind, seq, key].join(".") };
  return { seq: String(seq), key, ...given };
}

const headers = (learner: Learner) => ({ cookie: learner.cookie });

async function post(world: World, learner: Learner, form: Form): Promise<number> {
  world.told.sent.push(form);
  learner.unanswered = form;
  const answer = await fetch(`${world.url}/attempts/${form.attemptId}`, {
    method: "POST",
    redirect: "manual",
    headers: headers(learner),
    body: new URLSearchParams(fieldsOf(form)),
  });
  await answer.arrayBuffer();
  if (answer.status === 303) world.told.acknowledged.push(form);
  else world.told.surprises.push(`${String(answer.status)} for ${JSON.stringify(form)}`);
  learner.unanswered = null;
  return answer.status;
}

async function begin(world: World, learner: Learner): Promise<void> {
  learner.slug = oneOf(world.random, world.scenarios).slug;
  const answer = await fetch(`${world.url}/scenarios/${learner.slug}`, {
    method: "POST",
    redirect: "manual",
    headers: headers(learner),
    body: new URLSearchParams({ mode: world.random() < 0.6 ? "official" : "practice" }),
  });
  await answer.arrayBuffer();
  const attemptId = answer.headers.get("location")?.split("/").at(-1);
  if (answer.status === 303 && attemptId !== undefined) learner.attemptId = attemptId;
  else world.told.surprises.push(`${String(answer.status)} for a start of ${learner.slug}`);
}

/** Of the choices on offer the one that shows the most, so that some runs pass. */
function best(world: World, learner: Learner, values: readonly string[]): string {
  const scenario = world.scenarios.find(({ slug }) => slug === learner.slug);
  const shows = new Map<string, number>();
  for (const scene of scenario?.scenes ?? []) {
    for (const choice of scene.choices) {
      shows.set(choiceValue(learner.attemptId ?? "", scene.id, choice.id), choice.shows.length);
    }
  }
  return values.reduce((one, other) =>
    (shows.get(other) ?? 0) > (shows.get(one) ?? 0) ? other : one,
  );
}

async function look(world: World, learner: Learner): Promise<Form | null> {
  const answer = await fetch(`${world.url}/attempts/${learner.attemptId ?? ""}`, {
    headers: headers(learner),
  });
  const html = await answer.text();
  const seq = /name="seq" value="(\d+)"/.exec(html)?.[1];
  const backs = [...html.matchAll(/name="rewind" value="(\d+)\./g)].map((hit) => hit[1] ?? "");
  const values = [...html.matchAll(/name="choice" value="([0-9a-f]{12})"/g)].map(
    (hit) => hit[1] ?? "",
  );
  const takesWords = html.includes('name="reply"');
  if (seq === undefined || (values.length === 0 && !takesWords)) return null;
  const form = { attemptId: learner.attemptId ?? "", seq: Number(seq), key: randomUUID() };
  if (backs.length > 0 && world.random() < 0.2) {
    return { ...form, given: { rewind: Number(oneOf(world.random, backs)) } };
  }
  if (takesWords) return { ...form, given: { reply: `That must be awful (${form.key}).` } };
  const well = world.random() < 0.8;
  return {
    ...form,
    given: { choice: well ? best(world, learner, values) : oneOf(world.random, values) },
  };
}

/** Plays until the server is gone; a form without an answer is kept for the next life. */
export async function playUntilGone(world: World, learner: Learner): Promise<void> {
  try {
    for (;;) {
      if (learner.unanswered !== null) await post(world, learner, learner.unanswered);
      if (learner.unansweredGoal !== null || world.random() < 0.1) await study(world, learner);
      if (learner.attemptId === null) await begin(world, learner);
      const form = await look(world, learner);
      if (form === null) {
        learner.attemptId = null;
        continue;
      }
      const clicks = world.random() < 0.2 ? 2 : 1;
      await Promise.all(Array.from({ length: clicks }, () => post(world, learner, form)));
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
