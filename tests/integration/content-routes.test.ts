import { brotliDecompressSync } from "node:zlib";
import type { AppLoadContext } from "@remix-run/node";
import { afterAll, expect, test } from "vitest";
import type { AddedRole } from "~/core/access/policy";
import { paths } from "~/paths";
import { loader as assetLoader } from "~/routes/content-assets.$revision.$";
import { loader as moduleLoader } from "~/routes/lesson-modules.$hash[.]js";
import { loader as studioLoader } from "~/routes/studio._index";
import { loader as changesLoader } from "~/routes/studio.changes";
import {
  action as previewAction,
  loader as lessonPreviewLoader,
} from "~/routes/studio.lessons.$course.$lesson";
import { loader as guideLoader } from "~/routes/studio.guide.$";
import { loader as scenarioPreviewLoader } from "~/routes/studio.scenarios.$slug";
import { endChangeStreams } from "~/server/content/changes-stream.server";
import {
  contentFiles,
  lessonFile,
  lessonPlace,
  scenarioFile,
  scenarioPlace,
} from "tests/factories/content-folder";
import { anAccount } from "tests/factories/an-account";
import { cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";

const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const { database, folder, store } = await servedContent({
  files: {
    ...contentFiles,
    [lessonPlace]: lessonFile({ text: '<Figure src="./a.svg" alt="A" caption="A" />' }),
    "courses/basics/01-say-it-back/a.svg": picture,
    "courses/basics/01-say-it-back/draft.svg": picture,
  },
});
afterAll(endChangeStreams);

async function cookieAs(...roles: AddedRole[]): Promise<string> {
  const { id } = await anAccount(database, { roles });
  return cookieOf(database, id);
}
const learner = await cookieAs();
const trainer = await cookieAs("trainer");

interface Sent {
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

type Handler = (args: Parameters<typeof studioLoader>[0]) => Promise<unknown>;

/** The response, thrown or returned. */
async function ask(
  handler: Handler,
  address: string,
  params: Readonly<Record<string, string>>,
  { cookie = "", headers = {}, form }: Sent = {},
): Promise<Response> {
  const request = new Request(`http://localhost${address}`, {
    headers: { cookie, ...headers },
    ...(form === undefined ? {} : { method: "POST", body: form }),
  });
  const context: AppLoadContext = { requestId: "1", nonce: "n", address: "192.0.2.1" };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  return answer;
}

function inUse() {
  const lesson = store.snapshot.catalogue.lesson("basics/say-it-back");
  const revision = lesson?.revision ?? "";
  return { revision, module: store.snapshot.modules.get(revision)?.hash ?? "" };
}

test("a compiled lesson is for signed-in people only, private and for ever", async () => {
  const hash = inUse().module;
  const address = paths.lessonModule(hash);
  const stranger = await ask(moduleLoader, address, { hash });
  expect(stranger.status).toBe(302);
  expect(stranger.headers.get("Location")).toBe(paths.login(address));
  const answer = await ask(moduleLoader, address, { hash }, { cookie: learner });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "content-type": "text/javascript; charset=utf-8",
    vary: "Accept-Encoding",
  });
  const text = await answer.text();
  expect(text).toContain("somebody repeats themself");
  expect(text).not.toContain("What comes first?");
  const headers = { "Accept-Encoding": "gzip, br" };
  const packed = await ask(moduleLoader, address, { hash }, { cookie: learner, headers });
  expect(packed.headers.get("Content-Encoding")).toBe("br");
  expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
});

test.each(["0".repeat(64), "../../session-secret", "", "constructor"])(
  "there is no compiled lesson named %j",
  async (hash) => {
    const answer = await ask(moduleLoader, "/lesson-modules/x.js", { hash }, { cookie: learner });
    expect(answer.status).toBe(404);
  },
);

test("a drawing that a revision shows is served under a policy of its own", async () => {
  const { revision } = inUse();
  const address = paths.contentAsset(revision, "a.svg");
  const params = { revision, "*": "a.svg" };
  expect((await ask(assetLoader, address, params)).status).toBe(302);
  const answer = await ask(assetLoader, address, params, { cookie: learner });
  expect(await answer.text()).toBe(picture);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    "content-type": "image/svg+xml",
  });
});

test.each(["draft.svg", "index.mdx", "../../course.yml", "__proto__", "constructor", ""])(
  "what a revision does not show is not served: %j",
  async (file) => {
    const params = { revision: inUse().revision, "*": file };
    const answer = await ask(assetLoader, "/content-assets/x", params, { cookie: learner });
    expect(answer.status).toBe(404);
  },
);

test("the studio is for trainers", async () => {
  expect((await ask(studioLoader, paths.studio(), {}, { cookie: learner })).status).toBe(403);
  const changes = await ask(changesLoader, paths.studioChanges(), {}, { cookie: learner });
  expect(changes.status).toBe(403);
  const page = await ask(studioLoader, paths.studio(), {}, { cookie: trainer });
  expect(await page.json()).toMatchObject({
    broken: [],
    courses: [{ slug: "basics", pieces: [{ slug: "basics/say-it-back", state: "inUse" }] }],
    scenarios: [{ slug: "parcel", state: "inUse" }],
  });
});

test("a preview shows what an answer reveals, and records nothing", async () => {
  const params = { course: "basics", lesson: "say-it-back" };
  const address = paths.studioLesson("basics/say-it-back");
  const form = new URLSearchParams({ check: "first", option: "b" });
  const sent = await ask(previewAction, address, params, { cookie: trainer, form });
  expect(sent.status).toBe(302);
  const next = sent.headers.get("Location") ?? "";
  expect(next).toBe(`${paths.studioLesson("basics/say-it-back", ["first:b"])}#check-first`);
  const page = await ask(lessonPreviewLoader, next, params, { cookie: trainer });
  const { lesson } = (await page.json()) as {
    lesson: { state: { checks: { first: { answer: unknown } } } };
  };
  expect(lesson.state.checks.first.answer).toMatchObject({ chosen: ["b"], right: false });
  expect(await database.checkAnswer.count()).toBe(0);
});

test("the address of a preview holds what the lesson knows, and each question once", async () => {
  const params = { course: "basics", lesson: "say-it-back" };
  const address = paths.studioLesson("basics/say-it-back", ["first:a"]);
  const long = "x".repeat(30_000);
  const form = new URLSearchParams([
    ["check", "first"],
    ...["b", "b", long].map((option) => ["option", option] as [string, string]),
  ]);
  const sent = await ask(previewAction, address, params, { cookie: trainer, form });
  expect(sent.headers.get("Location")).toBe(
    `${paths.studioLesson("basics/say-it-back", ["first:b"])}#check-first`,
  );
  const unknown = new URLSearchParams({ check: long, option: long });
  const stayed = await ask(previewAction, address, params, { cookie: trainer, form: unknown });
  expect(stayed.headers.get("Location")).toBe(address);
});

test("a scenario is played in a preview by what stands in the address, and nothing is recorded", async () => {
  const play = async (choices: readonly string[]) => {
    const address = paths.studioScenario("parcel", choices);
    const page = await ask(scenarioPreviewLoader, address, { slug: "parcel" }, { cookie: trainer });
    return ((await page.json()) as { play: unknown }).play;
  };
  expect(await play([])).toMatchObject({
    variables: [{ name: "patience", value: 2 }],
    choices: [{ id: "say-back", shows: ["Listening"], effects: ["patience += 1"] }, {}],
    lost: false,
  });
  expect(await play(["say-back"])).toMatchObject({
    variables: [{ name: "patience", value: 3 }],
    moment: { ending: { id: "thanks", outcome: "passed" } },
    score: [{ name: "Listening", shown: 1, offered: 1 }],
    passes: true,
  });
  expect(await play(["no-such-choice", "say-back"])).toMatchObject({ followed: [], lost: true });
  expect(await database.attempt.count()).toBe(0);
});

test("what a rule means is shown to trainers, and of what is no rule nothing is read", async () => {
  const page = await ask(
    guideLoader,
    paths.studioGuide("choice/target"),
    { "*": "choice/target" },
    { cookie: trainer },
  );
  expect(await page.json()).toMatchObject({
    rule: "choice/target",
    file: "content/guide/choice/target.md",
    blocks: [{ kind: "heading", text: "Bad" }, { kind: "example" }, { kind: "said" }, {}, {}],
  });
  for (const name of ["README", "../README", "choice/nothing"]) {
    const none = await ask(guideLoader, "/studio/guide/x", { "*": name }, { cookie: trainer });
    expect(none.status).toBe(404);
  }
});

test("a preview of a broken file says what is wrong at its place, and shows the last good one", async () => {
  folder.write(scenarioPlace, scenarioFile({ target: "nowhere" }));
  await store.load();
  const page = await ask(
    scenarioPreviewLoader,
    paths.studioScenario("parcel"),
    { slug: "parcel" },
    { cookie: trainer },
  );
  expect(await page.json()).toMatchObject({
    piece: {
      state: "keptBack",
      errors: 1,
      diagnostics: [{ line: 18, rule: "choice/target", frame: [{}, {}, { number: 18 }, {}, {}] }],
    },
    play: { title: "The parcel" },
  });
});

test("an open preview is told when content changes, and let go when the server stops", async () => {
  const stream = await ask(changesLoader, paths.studioChanges(), {}, { cookie: trainer });
  expect(stream.headers.get("Content-Type")).toBe("text/event-stream");
  const reader = (stream.body ?? new ReadableStream()).getReader();
  const events: string[] = [];
  const next = async (): Promise<string> => {
    while (!events.some((event) => event.startsWith("data: "))) {
      const { value, done } = (await reader.read()) as { value?: Uint8Array; done: boolean };
      if (done) return "ended";
      events.push(...new TextDecoder().decode(value).split("\n\n"));
    }
    return events.splice(0).find((event) => event.startsWith("data: ")) ?? "";
  };
  const before = await next();
  expect(before).toBe(`data: ${store.snapshot.version}`);
  folder.write(scenarioPlace, scenarioFile({ title: "Changed" }));
  await store.load();
  const after = await next();
  expect(after).toBe(`data: ${store.snapshot.version}`);
  expect(after).not.toBe(before);
  endChangeStreams();
  expect(await next()).toBe("ended");
});
