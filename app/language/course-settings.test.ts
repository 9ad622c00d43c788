import { expect, test } from "vitest";
import { parseCourse } from "./parse-course";

const facts = `title: Care
summary: Serving people.
order: 1
behaviours: [listening]
`;
const vocabulary = [
  { tag: "listening", name: "Listening", rule: "When", signs: ["a"], counterExamples: ["b"] },
];

function parsed(settings: string) {
  const source = { file: "courses/care/course.yml", text: facts + settings };
  const { definition, diagnostics } = parseCourse(source, { vocabulary, lessons: [] });
  return { definition, found: diagnostics.map(({ rule, line }) => `${rule} ${line}`) };
}

test("a course may say how official runs go and how long a completion lasts", () => {
  const { definition, found } = parsed(
    "official: { attempts: 2, pause: 24 hours, counts: last }\nvalidFor: 12 months\n",
  );
  expect(found).toEqual([]);
  expect(definition).toMatchObject({
    official: { attempts: 2, pause: { amount: 24, unit: "hour" }, counts: "last" },
    validFor: { amount: 12, unit: "month" },
  });
});

test("what is not said is no limit, the best run and for ever", () => {
  expect(parsed("").definition).not.toHaveProperty("official");
  expect(parsed("").definition).not.toHaveProperty("validFor");
  expect(parsed("official: { attempts: 3 }\n").definition?.official).toEqual({
    ...{ attempts: 3, pause: null, counts: "best" },
  });
});

test("a course may say beforehand that managers see official runs; otherwise nothing is said of it", () => {
  expect(parsed("official: { replay: shared }\n").definition?.official).toHaveProperty(
    "replay",
    "shared",
  );
  expect(parsed("official: { replay: own }\n").definition?.official).not.toHaveProperty("replay");
  expect(parsed("official: { replay: everybody }\n").found).toEqual(["field/wrong-kind 5"]);
});

test("each setting that is wrong is told with its line", () => {
  expect(parsed("official: { attempts: 0 }\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("official: { attempts: 1.5 }\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("official: { pause: a while }\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("official: { pause: 3 months }\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("official: { counts: worst }\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("official: { tries: 2 }\n").found).toEqual(["field/unknown 5"]);
  expect(parsed("official: 3\n").found).toEqual(["field/wrong-kind 5"]);
  expect(parsed("validFor: 12 hours\n").found).toEqual(["field/wrong-kind 5"]);
});
