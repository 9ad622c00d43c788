/** A database of the file's own with two people in it, and scenarios published at will. */
import { createHash, randomUUID } from "node:crypto";
import type { TimeSetting } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import type { Published } from "~/server/content/catalogue.server";
import { recordChoice, type ChoiceOutcome } from "~/server/learning/attempt-choice.server";
import type { AnswerForm } from "~/server/learning/attempt-form.server";
import { readAttempt } from "~/server/learning/attempt-log.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";
import { viewOf, type MomentView } from "~/server/learning/attempt-view.server";
import { aDatabase, withoutTriggers, type TestDatabase } from "tests/setup/database";

export interface Player {
  readonly id: string;
  readonly timeZone: string;
}

export interface Playground extends TestDatabase {
  readonly ana: Player;
  readonly ben: Player;
  readonly publish: (scenario: Scenario) => Promise<Published<Scenario>>;
}

/** The process's own client must be this one, so call it before anything asks for that. */
export async function aPlayground(): Promise<Playground> {
  const test = await aDatabase();
  process.env["DATABASE_URL"] = test.url;
  process.env["LOG_LEVEL"] = "silent";
  const player = (name: string) =>
    test.database.person.create({
      data: { name, email: `${name}@example.test`, startDate: "2026-01-05", timeZone: "UTC" },
      select: { id: true, timeZone: true },
    });
  return {
    ...test,
    ana: await player("ana"),
    ben: await player("ben"),
    publish: async (definition) => {
      const text = JSON.stringify(definition);
      const hash = createHash("sha256").update(text).digest("hex");
      await test.database.revision.upsert({
        where: { hash },
        update: {},
        create: {
          hash,
          kind: "scenario",
          slug: definition.slug,
          title: definition.title,
          languageVersion: 1,
          source: "",
          definition: text,
          assets: "{}",
        },
      });
      return { revision: hash, definition };
    },
  };
}

type Sent = Omit<AnswerForm, "key"> & { readonly key?: string | undefined };

/** A learner at one attempt, doing what a page does: looking, and sending what it was given. */
export class Play {
  private constructor(
    private readonly ground: Playground,
    readonly person: Player,
    readonly attemptId: string,
  ) {}

  static async begin(
    ground: Playground,
    scenario: Published<Scenario>,
    mode: "practice" | "official" = "official",
    person: Player = ground.ana,
    time?: TimeSetting,
  ): Promise<Play> {
    const start = { person, scenario, mode, anew: true, time };
    const started = await startAttempt(ground.database, start);
    return new Play(ground, person, started.attemptId);
  }

  async live(): Promise<LiveAttempt> {
    const { attemptId, person } = this;
    const found = await findAttempt(this.ground.database, { attemptId, personId: person.id });
    if (found?.kind !== "live") throw new Error(`The attempt is ${found?.kind ?? "not there"}.`);
    return found;
  }

  async look(): Promise<MomentView> {
    return viewOf(await this.live(), []);
  }

  /** The value of the choice whose words begin so. */
  async value(words: string): Promise<string> {
    const { choices } = await this.look();
    const found = choices.find(({ text }) => JSON.stringify(text).includes(words));
    if (found === undefined) throw new Error(`Nobody offers "${words}".`);
    return found.value;
  }

  send({ seq, choice, key }: { seq: number; choice: string; key?: string }) {
    return this.give({ seq, key, given: { kind: "choice", value: choice } });
  }

  /** Says nothing until the moment passes. */
  pass({ seq, key }: { seq: number; key?: string }) {
    return this.give({ seq, key, given: { kind: "silence" } });
  }

  /** As if this many seconds more had gone by since everything that is in the log. */
  async letPass(seconds: number): Promise<void> {
    await withoutTriggers(this.ground.database);
    for (const { seq, at } of (await this.live()).stored.events) {
      await this.ground.database.attemptEvent.update({
        where: { attemptId_seq: { attemptId: this.attemptId, seq } },
        data: { at: new Date(at.getTime() - seconds * 1000) },
      });
    }
  }

  /** Answers in words of one's own. */
  write({ seq, words, key }: { seq: number; words: string; key?: string }) {
    return this.give({ seq, key, given: { kind: "reply", words } });
  }

  /** Back to the moment of an earlier answer. */
  rewind({ seq, to, key }: { seq: number; to: number; key?: string }) {
    return this.give({ seq, key, given: { kind: "rewind", to } });
  }

  private give({ key = randomUUID(), ...form }: Sent): Promise<ChoiceOutcome> {
    const { attemptId, person } = this;
    return recordChoice(this.ground.database, { ...form, key, attemptId, person });
  }

  async say(words: string): Promise<ChoiceOutcome> {
    const { seq, key } = await this.look();
    return this.send({ seq, key, choice: await this.value(words) });
  }

  async events(): Promise<readonly { seq: number; key: string; payload: string }[]> {
    return (await readAttempt(this.ground.database, this.attemptId))?.events ?? [];
  }

  row() {
    return this.ground.database.attempt.findUniqueOrThrow({ where: { id: this.attemptId } });
  }
}
