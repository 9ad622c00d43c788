import { afterAll, beforeAll, expect, test } from "vitest";
import { hasEnded } from "~/core/scenario/attempt";
import { RETURN, type Scenario } from "~/core/scenario/definition";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aChoice, anEnding, aScene, prose } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { fc } from "tests/setup/properties";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

/** The same scenario with every text and every name in it told apart by where it stands. */
function withTellingNames(scenario: Scenario): Scenario {
  const place = (id: string) =>
    id === RETURN
      ? id
      : scenario.endings.some((ending) => ending.id === id)
        ? `ending=${id}=`
        : `scene=${id}=`;
  const line = (where: string) => (one: Scenario["endings"][0]["lines"][0], index: number) => ({
    ...one,
    text: prose(`Line ${where}line${String(index)};`),
  });
  return {
    ...scenario,
    start: place(scenario.start),
    rules: scenario.rules.map((rule) => ({ ...rule, target: place(rule.target) })),
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      id: place(scene.id),
      weight: 0.77,
      lines: scene.lines.map(line(place(scene.id))),
      choices: scene.choices.map((choice) => ({
        ...choice,
        id: `choice=${scene.id}=${choice.id}=`,
        target: place(choice.target),
        text: prose(`text=${scene.id}=${choice.id};`),
        consequence: choice.consequence.map(line(`consequence=${scene.id}=${choice.id};`)),
        feedback: choice.feedback.map((one) => ({
          ...one,
          text: prose(`feedback=${scene.id}=${choice.id};`),
        })),
      })),
    })),
    endings: scenario.endings.map((ending) => ({
      ...ending,
      id: place(ending.id),
      title: `${place(ending.id)}title`,
      lines: ending.lines.map(line(place(ending.id))),
      felt: prose(`${place(ending.id)}felt`),
      tonight: prose(`${place(ending.id)}tonight`),
    })),
  };
}

/** Everything that the page could tell of a place: scene, ending or an answer's outcome. */
function mentions(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ""))];
}

test("what the browser gets holds no text, name, mark or weight of a moment not reached", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryScenario({ scenes: 4, forwardOnly: true }).map(withTellingNames),
      fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
      async (definition, picks) => {
        const play = await Play.begin(ground, await ground.publish(definition), "official");
        for (const pick of [...picks, 0]) {
          const view = await play.look();
          const { state } = await play.live();
          const text = JSON.stringify(view);
          const reached = state.answers.map(({ scene }) => scene);
          const { place } = state.play;
          if (place.kind === "scene") reached.push(place.scene);
          // Lines of scenes that were reached, by their text; names of scenes never.
          expect(reached).toEqual(
            expect.arrayContaining(mentions(text, /(scene=scene-\d+=)line/g)),
          );
          expect(text).not.toMatch(/"scene=|choice=|"shows"|"set"|"mark"/);
          // At the end each answered moment says how often it counts.
          const weighed = hasEnded(state) ? reached.length : 0;
          expect((text.match(/"weight"|0\.77/g) ?? []).length).toBeLessThanOrEqual(2 * weighed);
          const taken = state.answers.map(({ choice }) =>
            choice.id.replace("choice=", "").slice(0, -1),
          );
          expect(taken).toEqual(
            expect.arrayContaining(
              mentions(text, /(?:consequence|feedback)=(scene-\d+=choice-\d+);/g),
            ),
          );
          if (!hasEnded(state)) expect(text).not.toMatch(/ending=|feedback=|"tonight"/);
          const ending = place.kind === "ending" ? [place.ending] : [];
          expect(ending).toEqual(expect.arrayContaining(mentions(text, /(ending=\w+=)/g)));
          for (const { value } of view.choices) expect(value).toMatch(/^[0-9a-f]{12}$/);
          const choice = view.choices[pick % Math.max(1, view.choices.length)];
          if (choice === undefined) break;
          await play.send({ seq: view.seq, key: view.key, choice: choice.value });
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("the same choice has another value in another attempt, and every rendering another key", async () => {
  const scenario = await ground.publish(twoMoments());
  const one = await Play.begin(ground, scenario, "practice");
  const other = await Play.begin(ground, scenario, "practice", ground.ben);
  expect(await one.value("Ask her.")).not.toBe(await other.value("Ask her."));
  expect((await one.look()).key).not.toBe((await one.look()).key);
});

test("feedback comes at once in practice, and at the end of an official run", async () => {
  const scenario = await ground.publish(twoMoments());
  const practice = await Play.begin(ground, scenario, "practice");
  const official = await Play.begin(ground, scenario, "official");
  await practice.say("Ask her.");
  await official.say("Ask her.");
  expect((await practice.look()).feedback).toEqual([prose("She heard that you heard.")]);
  expect((await official.look()).feedback).toEqual([]);
  await official.say("Forget.");
  const { result } = await official.look();
  expect(result?.moments.map(({ feedback }) => feedback)).toEqual([
    [prose("She heard that you heard.")],
    [prose("She heard that you heard.")],
  ]);
});

test("the result names whom it was about, though a colleague has the last word", async () => {
  const at = { line: 1, column: 1 };
  const scenario = twoMoments({
    cast: [
      { id: "rosa", name: "Rosa Almeida", role: "customer", at },
      { id: "pete", name: "Pete", role: "colleague", at },
    ],
    endings: [
      anEnding(),
      anEnding({
        id: "leaves",
        outcome: "failed",
        lines: [{ speaker: "pete", mood: "tired", when: null, text: prose("Who was it?"), at }],
      }),
    ],
  });
  const play = await Play.begin(ground, await ground.publish(scenario), "practice");
  await play.say("Shrug.");
  expect((await play.look()).result?.person?.speaker.id).toBe("rosa");
});

test("the result says what a moment counts, what was put right, and how far a pass is away", async () => {
  const scenario = twoMoments({
    pass: { mark: 0.9, requires: [], at: { line: 1, column: 1 } },
    scenes: [
      aScene({
        choices: [
          aChoice({ id: "ask", text: prose("Ask her."), target: "second" }),
          aChoice({ id: "shrug", text: prose("Shrug."), shows: [], target: "second" }),
        ],
      }),
      aScene({
        id: "second",
        weight: 2,
        repairs: ["opening"],
        choices: [
          aChoice({ id: "promise", text: prose("Promise.") }),
          aChoice({ id: "forget", text: prose("Forget."), shows: [] }),
        ],
      }),
    ],
  });
  const published = await ground.publish(scenario);
  const forgot = await Play.begin(ground, published, "practice");
  await forgot.say("Ask her.");
  await forgot.say("Forget.");
  expect((await forgot.look()).result).toMatchObject({
    passed: false,
    endedWell: true,
    short: { reached: 1 / 3, needed: 0.9 },
    moments: [
      { shown: ["listening"], weight: 1 },
      { missed: ["listening"], weight: 2 },
    ],
  });
  const repaired = await Play.begin(ground, published, "official");
  await repaired.say("Shrug.");
  await repaired.say("Promise.");
  expect((await repaired.look()).result).toMatchObject({
    passed: true,
    short: null,
    moments: [{ missed: [], repaired: ["listening"] }, { shown: ["listening"] }],
  });
});

test("the result says what was felt and told, and counts behaviours as shown of offered", async () => {
  const play = await Play.begin(ground, await ground.publish(twoMoments()), "practice");
  await play.say("Ask her.");
  await play.say("Forget.");
  expect((await play.look()).result).toMatchObject({
    passed: false,
    endedWell: false,
    ending: { title: "She leaves", felt: prose("Somebody listened.") },
    behaviours: [{ tag: "listening", shown: 1, offered: 2 }],
    moments: [
      { seq: 1, said: prose("Ask her."), shown: ["listening"], missed: [] },
      { seq: 2, said: prose("Forget."), shown: [], missed: ["listening"] },
    ],
  });
});
