import { useId } from "react";
import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { expect, test, vi } from "vitest";
import { CompiledLessonContext } from "./compiled-lesson";
import { LessonBody } from "./lesson-body";
import { emptyLesson, LessonStateContext, useLessonState, type LessonState } from "./lesson-state";
import { WrittenBodies, WrittenBodyContext } from "./written-body";

const rendered = vi.fn();

function Lesson() {
  rendered();
  const { goal } = useLessonState();
  return <p id={useId()}>{goal?.when ?? "No goal yet & no answer"}</p>;
}

interface Page {
  readonly state?: Partial<LessonState>;
  readonly address?: string;
}

function Heading() {
  return <h1 id={useId()}>Pouring</h1>;
}

/** A page around the body, as the server renders it. */
function aPage(bodies: WrittenBodies, { state = {}, address = "/courses/tea/pouring" }: Page = {}) {
  const body = bodies.page();
  const html = renderToString(
    <StaticRouter location={address}>
      <CompiledLessonContext.Provider value={() => Lesson}>
        <WrittenBodyContext.Provider value={body.find}>
          <LessonStateContext.Provider value={{ ...emptyLesson, ...state }}>
            <main>
              <Heading />
              <LessonBody hash="h" />
              <Heading />
            </main>
          </LessonStateContext.Provider>
        </WrittenBodyContext.Provider>
      </CompiledLessonContext.Provider>
    </StaticRouter>,
  );
  body.keep(html);
  return html;
}

test("the next reader who has done nothing gets the same page to the byte, and nothing is rendered", () => {
  const bodies = new WrittenBodies();
  const first = aPage(bodies);
  rendered.mockClear();
  expect(aPage(bodies)).toBe(first);
  expect(rendered).not.toHaveBeenCalled();
});

test("what somebody wrote is rendered for them alone", () => {
  const bodies = new WrittenBodies();
  aPage(bodies);
  const state = { goal: { when: "it rains", will: "wait" } };
  expect(aPage(bodies, { state })).toContain("it rains");
  expect(aPage(bodies)).not.toContain("it rains");
  rendered.mockClear();
  aPage(bodies, { state });
  expect(rendered).toHaveBeenCalledOnce();
});

test.each<Page>([
  { address: "/courses/tea/pouring?talk=1" },
  { state: { behaviours: { listening: "Listening" } } },
])("another address or state is another body: %j", (page) => {
  const bodies = new WrittenBodies();
  aPage(bodies);
  rendered.mockClear();
  aPage(bodies, page);
  expect(rendered).toHaveBeenCalledOnce();
});

test("no more than 64 bodies are kept, and the oldest goes first", () => {
  const bodies = new WrittenBodies();
  const addresses = Array.from({ length: 65 }, (_, at) => `/courses/tea/${String(at)}`);
  for (const address of addresses) aPage(bodies, { address });
  rendered.mockClear();
  aPage(bodies, { address: "/courses/tea/1" });
  expect(rendered).not.toHaveBeenCalled();
  aPage(bodies, { address: "/courses/tea/0" });
  expect(rendered).toHaveBeenCalledOnce();
});
