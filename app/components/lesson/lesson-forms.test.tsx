import { expect, test } from "vitest";
import { emptyLesson, type LessonState } from "~/components/lesson/lesson-state";
import { Check } from "~/components/mdx/check";
import { Goal } from "~/components/mdx/goal";
import { Reflection } from "~/components/mdx/reflection";
import type { Prose } from "~/core/prose/prose";
import { lessonHtml as html } from "tests/setup/lesson-html";

const words = (text: string): Prose => [{ kind: "paragraph", children: [{ kind: "text", text }] }];

function aState(overrides: Partial<LessonState> = {}): LessonState {
  return {
    ...emptyLesson,
    checks: {
      first: {
        question: words("What comes first?"),
        kind: "one",
        options: [
          { id: "a", text: words("The fix") },
          { id: "b", text: words("The person") },
        ],
        answer: null,
      },
    },
    ...overrides,
  };
}

test("a check is a plain form with the fields that the lesson's address expects", async () => {
  const page = await html(<Check id="first" />, aState());
  expect(page).toContain('method="post"');
  expect(page).toContain('name="check" value="first"');
  expect(page).toMatch(/<input type="radio" name="option"[^>]* value="a"/);
});

test("a check with several right options is answered with checkboxes", async () => {
  const state = aState();
  const first = state.checks["first"];
  if (first === undefined) throw new Error("The factory has this check");
  const page = await html(
    <Check id="first" />,
    aState({ checks: { first: { ...first, kind: "several" } } }),
  );
  expect(page).toMatch(/<input type="checkbox" name="option"[^>]* value="b"/);
});

test("an answered check explains every option in words", async () => {
  const state = aState();
  const first = state.checks["first"];
  if (first === undefined) throw new Error("The factory has this check");
  const answer = {
    chosen: ["a"],
    right: false,
    verdicts: {
      a: { correct: false, feedback: words("Too early.") },
      b: { correct: true, feedback: words("It finds the problem.") },
    },
  };
  const page = await html(
    <Check id="first" />,
    aState({ checks: { first: { ...first, answer } } }),
  );
  expect(page).toContain("Your answer: not this one");
  expect(page).toContain("Too early.");
  expect(page).toContain("It finds the problem.");
  expect(page).not.toContain("<form");
});

test("what was typed is still there when it could not be kept", async () => {
  const problem = { form: "reflection:own", message: "Too long.", typed: { text: "My words" } };
  const page = await html(<Reflection id="own">Think.</Reflection>, aState({ problem }));
  expect(page).toContain("My words</textarea>");
  expect(page).toContain("Too long.");
});

test("each field of a goal says what is wrong with itself", async () => {
  const problem = {
    form: "goal",
    message: "Say when. Say what.",
    fields: [
      { field: "goal-when", sentence: "Say when." },
      { field: "goal-will", sentence: "Say what." },
    ],
  };
  const page = await html(<Goal>Your goal</Goal>, aState({ problem }));
  const [, first = "", second = ""] = page.split("<textarea");
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
  expect(first).toContain('name="goal-when"');
  expect(second).toContain('name="goal-will"');
  expect(page.match(/Say when\./g)).toHaveLength(1);
  expect(page.match(/Say what\./g)).toHaveLength(1);
});

test("a saved goal is read back as one sentence and can be changed", async () => {
  const goal = { when: "a call drags on", will: "say what happens next" };
  const page = await html(<Goal>Pick a moment.</Goal>, aState({ goal }));
  expect(page).toContain("This week, when a call drags on, I will say what happens next.");
  expect(page).toContain('name="goal-when"');
  expect(page).toContain('name="goal-will"');
});

test("nothing in a lesson carries a style of its own, which the policy would refuse", async () => {
  const page = await html(
    <>
      <Check id="first" />
      <Reflection id="own">Think.</Reflection>
      <Goal>Pick.</Goal>
    </>,
    aState(),
  );
  expect(page).not.toContain("style=");
});
