import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { editorSchemas } from "~/language/editor-schemas";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseCourse } from "~/language/parse-course";
import { parsePath } from "~/language/parse-path";
import { parseTranscripts } from "~/language/parse-transcripts";
import type { Parsed } from "~/language/reporter";

const settings = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../.vscode/settings.json", import.meta.url)), "utf8"),
) as { readonly "yaml.schemas": Readonly<Record<string, string>> };

for (const [name, schema] of Object.entries(editorSchemas)) {
  test(`the schema of ${name} that editors read is the one that is made for them`, async () => {
    const whole = { $schema: "http://json-schema.org/draft-07/schema#", ...schema };
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../.vscode/schemas/${name}.json`);
    expect(settings["yaml.schemas"]).toHaveProperty([`./.vscode/schemas/${name}.json`]);
  });
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
}

interface Variant {
  readonly what: string;
  readonly value: unknown;
  /** Whether an editor takes it. */
  readonly isRight: boolean;
}

const right = (what: string, value: unknown): Variant => ({ what, value, isRight: true });
const wrong = (what: string, value: unknown): Variant => ({ what, value, isRight: false });

function variantsOfFacts(schema: Schema, facts: Readonly<Record<string, unknown>>) {
  const without = (name: string) =>
    Object.fromEntries(Object.entries(facts).filter(([own]) => own !== name));
  return [
    wrong("with a fact that there is not", { ...facts, nonsense: "x" }),
    ...(schema.required ?? []).map((name) => wrong(`without ${name}`, without(name))),
    ...Object.entries(facts).flatMap(([name, value]) =>
      variantsOf(schema.properties?.[name] ?? {}, value).map((variant) => ({
        ...variant,
        what: `${name}: ${variant.what}`,
        value: { ...facts, [name]: variant.value },
      })),
    ),
  ];
}

/** What may stand in the place of a value, and what an editor marks there. */
function variantsOf(schema: Schema, value: unknown): readonly Variant[] {
  const { items, minimum, maximum, anyOf } = schema;
  if (anyOf?.[0]) return variantsOf(anyOf[0], value);
  if (schema.properties) return variantsOfFacts(schema, value as Record<string, unknown>);
  if (items && Array.isArray(value)) {
    const within = value.flatMap((item, at) =>
      variantsOf(items, item).map((variant) => ({
        ...variant,
        value: value.with(at, variant.value),
      })),
    );
    return schema.minItems === undefined ? within : [...within, wrong("nothing", [])];
  }
  if (minimum !== undefined && maximum !== undefined) {
    return [
      ...[minimum, maximum].map((number) => right(String(number), number)),
      ...[minimum - 1, maximum + 1, "many"].map((number) => wrong(String(number), number)),
    ];
  }
  if (schema.enum) {
    return [...schema.enum.map((one) => right(String(one), one)), wrong("no such word", "such")];
  }
  if (schema.const !== undefined) return [right("it", schema.const), wrong("false", false)];
  if (schema.type === "boolean") {
    return [right("true", true), right("false", false), wrong("neither", "perhaps")];
  }
  return [right("it", value), wrong("a list of facts", { some: "facts" })];
}

const vocabulary = [
  { tag: "listening", name: "Listening", rule: "…", signs: [], counterExamples: [] },
];

/** A file of each kind with every fact that it may have, and what check makes of it. */
const files: Readonly<Record<string, [whole: unknown, parse: (text: string) => Parsed<unknown>]>> =
  {
    course: [
      {
        title: "Hello",
        summary: "A first one.",
        order: 3,
        behaviours: ["listening"],
        official: { attempts: 2, pause: "1 day", counts: "last", replay: "shared" },
        validFor: "12 months",
      },
      (text) =>
        parseCourse({ file: "courses/hello/course.yml", text }, { vocabulary, lessons: [] }),
    ],
    path: [
      {
        title: "Hello",
        summary: "A first one.",
        validFor: "12 months",
        steps: [
          { lesson: "hello/there", dueAfterDays: 1 },
          { scenario: "ring", dueAfterDays: 2 },
        ],
      },
      (text) =>
        parsePath(
          { file: "paths/hello.yml", text },
          { lessons: ["hello/there"], scenarios: ["ring"] },
        ),
    ],
    behaviours: [
      {
        behaviours: [
          {
            tag: "listening",
            name: "Listening",
            rule: "When somebody speaks, listen.",
            signs: ["They nod."],
            counterExamples: ["They wait."],
          },
        ],
      },
      (text) => parseBehaviours({ file: "behaviours.yml", text }),
    ],
    tests: [
      {
        transcripts: [
          {
            name: "the good way",
            draws: ["tone = sharp"],
            steps: [
              { choose: "ask", in: "opening", mood: "warm" },
              { type: "I am sorry." },
              { wait: true },
            ],
            expect: { ending: "found", passed: true, scores: ["listening = 1 of 2"] },
          },
        ],
        replies: [{ in: "words", row: "sorry", words: ["I am sorry."] }],
        bounds: { states: 90, endings: 3, shortest: 3, scores: ["found = 0.4 to 1"] },
      },
      (text) => parseTranscripts({ file: "scenarios/ring/tests.yml", text }),
    ],
  };

for (const [name, schema] of Object.entries(editorSchemas)) {
  test(`what an editor takes in ${name}, and what it marks, check takes and refuses`, () => {
    const [whole, parse] = files[name] ?? [null, () => ({ definition: null, diagnostics: [] })];
    expect(parse(JSON.stringify(whole)).diagnostics).toEqual([]);
    const variants = variantsOf(schema, whole);
    const otherwise = variants.filter(
      ({ value, isRight }) => (parse(JSON.stringify(value)).definition !== null) !== isRight,
    );
    expect(otherwise.map(({ what }) => what)).toEqual([]);
    expect(variants.length).toBeGreaterThan(10);
  });
}
