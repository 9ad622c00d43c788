import type { ReactElement } from "react";
import { expect, test } from "vitest";
import type { OrderState, SortState, SpotState } from "~/components/lesson/exercise-state";
import type { LessonProblem } from "~/components/lesson/lesson-state";
import { Order } from "~/components/mdx/order";
import { Sort } from "~/components/mdx/sort";
import { Spot } from "~/components/mdx/spot";
import { prose } from "tests/factories/scenario";
import { lessonHtml } from "tests/setup/lesson-html";

const sort: SortState = {
  kind: "sort",
  question: prose("Whose is it?"),
  right: null,
  groups: [
    { id: "yours", title: "Yours" },
    { id: "theirs", title: "Theirs" },
  ],
  parts: [{ id: "p1", text: prose("The call."), told: null }],
};
const order: OrderState = {
  kind: "order",
  question: prose("In which order?"),
  right: null,
  parts: ["p1", "p2", "p3"].map((id) => ({ id, text: prose(`Step ${id}.`), told: null })),
};
const spot: SpotState = {
  kind: "spot",
  question: prose("What shows it?"),
  right: null,
  from: "Noor Haddad",
  subject: "Room 12",
  parts: [
    { id: null, text: prose("Dear all,"), paragraph: false, told: null },
    { id: "p1", text: prose("It was hers."), paragraph: true, told: null },
  ],
};

function html(
  element: ReactElement,
  exercise: SortState | OrderState | SpotState,
  problem: LessonProblem | null = null,
): Promise<string> {
  return lessonHtml(element, { exercises: { x: exercise }, problem });
}

test("without script moments have a row of choices each, and steps a place to choose", async () => {
  const sorted = await html(<Sort id="x" />, sort);
  expect(sorted).toContain('name="exercise" value="x"');
  expect(sorted.match(/type="radio" name="place:p1"/g)).toHaveLength(2);
  const ordered = await html(<Order id="x" />, order);
  expect(ordered.match(/<select name="place:p\d"/g)).toHaveLength(3);
  expect(ordered).not.toContain('type="button"');
  expect(sorted + ordered).not.toContain("style=");
});

test("a message has a box for each sentence that can be marked, and for no other", async () => {
  const page = await html(<Spot id="x" />, spot);
  expect(page.match(/type="checkbox" name="mark"/g)).toHaveLength(1);
  expect(page).toContain("Dear all,");
});

test("what was chosen is still chosen when the form comes back with a sentence", async () => {
  const problem = (typed: Record<string, string>): LessonProblem => ({
    form: "exercise:x",
    message: "Two steps have no place yet.",
    typed,
  });
  const ordered = await html(<Order id="x" />, order, problem({ p2: "3" }));
  expect(ordered).toContain("Two steps have no place yet.");
  expect(ordered).toMatch(/name="place:p2"[^>]*>.*?<option value="3" selected="">/);
  const sorted = await html(<Sort id="x" />, sort, problem({ p1: "theirs" }));
  expect(/<input[^>]*value="theirs"[^>]*>/.exec(sorted)?.[0]).toContain('checked=""');
  expect(await html(<Spot id="x" />, spot, problem({ mark: "p1 p7" }))).toContain('checked=""');
});

test("after the answer each part says in words where it was put and why", async () => {
  const told = { yours: "2", feedback: prose("It comes first.") };
  const answered: OrderState = {
    ...order,
    right: false,
    parts: [{ id: "p1", text: prose("Hear."), told }],
  };
  const page = await html(<Order id="x" />, answered);
  expect(page).toMatch(/Hear\..*You put it in place 2\..*It comes first\./);
  expect(page).not.toContain("<form");
});
