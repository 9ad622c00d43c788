/**
 * JSON schemas of the YAML files, for editors: names from the same tables that the parsers read by,
 * so that an editor never knows more or less than `content check`.
 */
import { moods } from "~/core/scenario/definition";
import { officialFacts } from "./course-settings";
import { behaviourFacts } from "./parse-behaviours";
import { courseBasics, courseFacts } from "./parse-course";
import { pathBasics, pathFacts, pathStepFacts } from "./parse-path";
import {
  boundFields,
  expectFields,
  replyFields,
  stepFields,
  topFields,
  transcriptFields,
} from "./parse-transcripts";

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string", minLength: 1 };
const texts: Schema = { type: "array", items: { type: ["string", "number"] } };
const whole = (minimum: number, maximum: number): Schema => ({ type: "integer", minimum, maximum });

function facts(
  names: readonly string[],
  kinds: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: "object",
    additionalProperties: false,
    required,
    properties: Object.fromEntries(names.map((name) => [name, kinds[name] ?? text])),
  };
}

const listOf = (items: Schema): Schema => ({ type: "array", items });
const oneAtLeast = (list: Schema): Schema => ({ ...list, minItems: 1 });

const official = facts(officialFacts, {
  attempts: whole(1, 99),
  counts: { enum: ["best", "last"] },
  replay: { enum: ["own", "shared"] },
});

const course = facts(
  courseFacts,
  { order: whole(0, 10_000), behaviours: texts, official },
  courseBasics,
);

const path = facts(
  pathFacts,
  {
    steps: listOf(facts(pathStepFacts, { dueAfterDays: whole(0, 3650) }, ["dueAfterDays"])),
  },
  pathBasics,
);

const behaviours = facts(
  ["behaviours"],
  {
    behaviours: listOf(
      facts(behaviourFacts, { signs: texts, counterExamples: texts }, behaviourFacts),
    ),
  },
  ["behaviours"],
);

const transcript = facts(
  transcriptFields,
  {
    draws: texts,
    steps: oneAtLeast(listOf(facts(stepFields, { wait: { const: true }, mood: { enum: moods } }))),
    expect: facts(expectFields, { passed: { type: "boolean" }, scores: texts }),
  },
  ["name", "steps"],
);

const tests = facts(topFields, {
  transcripts: listOf(transcript),
  replies: listOf(facts(replyFields, { words: oneAtLeast(texts) })),
  bounds: facts(boundFields, {
    states: whole(0, 10_000_000),
    endings: whole(0, 10_000_000),
    shortest: { anyOf: [whole(0, 999_999), texts] },
    scores: texts,
  }),
});

/** By the name of the file that each is kept in. */
export const editorSchemas: Readonly<Record<string, Schema>> = { course, path, behaviours, tests };
