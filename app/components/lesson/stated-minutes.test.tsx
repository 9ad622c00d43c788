import { expect, test } from "vitest";
import { LessonEnding } from "~/components/course/lesson-ending";
import { LessonLayout } from "~/components/lesson/lesson-layout";
import { emptyLesson, LessonStateContext } from "~/components/lesson/lesson-state";
import { RolePlay } from "~/components/mdx/role-play";
import { pageHtml } from "tests/setup/page-html";

const rolePlay = {
  ...{ title: "The third text", summary: "A parcel.", to: "/scenarios/the-third-text" },
  ...{ person: null, standing: "new" as const },
};

/** The lesson's head, a role-play's card in it and the way on: each that takes so long. */
async function minutesSaid(minutes: number): Promise<readonly string[]> {
  const step = {
    kind: "lesson",
    slug: "care/hear-first",
    title: "Hear first",
    summary: "",
  } as const;
  const state = { ...emptyLesson, rolePlays: { parcel: { ...rolePlay, minutes } } };
  const page = await pageHtml(
    <LessonLayout
      title="A lesson"
      summary=""
      minutes={minutes}
      behaviours={[]}
      trail={[]}
      parts={[]}
      complete={false}
    >
      <LessonStateContext.Provider value={state}>
        <RolePlay scenario="parcel" />
      </LessonStateContext.Provider>
      <LessonEnding
        complete
        missing={null}
        course={null}
        next={{ ...step, minutes, done: false, next: true, person: null, available: true }}
      />
    </LessonLayout>,
  );
  const text = page.replace(/<!-- -->/g, "").replace(/<[^>]*>/g, "\n");
  return text.match(/\d+ minutes?\b/g) ?? [];
}

test("what takes one minute says one minute, wherever a lesson tells how long something takes", async () => {
  expect(await minutesSaid(1)).toEqual(["1 minute", "1 minute", "1 minute"]);
  expect(await minutesSaid(5)).toEqual(["5 minutes", "5 minutes", "5 minutes"]);
});
