import { expect, test } from "vitest";
import { prose } from "tests/factories/scenario";
import { pageHtml } from "tests/setup/page-html";
import { ResultPage, type ResultPageProps } from "./result-page";

type Moment = ResultPageProps["moments"][number];

const moment = (seq: number, marks: Partial<Moment>): Moment => ({
  seq,
  heard: [],
  said: prose(`Answer ${String(seq)}.`),
  consequence: [],
  shown: [],
  missed: [],
  feedback: [],
  ...marks,
});

function page(moments: readonly Moment[]): Promise<string> {
  return pageHtml(
    <ResultPage
      title="The end"
      mode="practice"
      time={null}
      outcome="failed"
      verdict={null}
      trail={[]}
      person={null}
      lines={[]}
      felt={prose("Felt.")}
      tonight={prose("Told.")}
      behaviours={[]}
      moments={moments}
      actions={null}
      replay={null}
    />,
  );
}

/** What stands open, and what is folded, by the answers. */
async function answers(moments: readonly Moment[]) {
  const html = await page(moments);
  const fold = /<details.*?<\/details>/gs;
  const named = (part: string) => [...new Set(part.match(/Answer \d/g) ?? [])];
  return {
    open: named(html.replaceAll(fold, "")),
    folded: (html.match(fold) ?? []).map((part) => named(part)[0]),
  };
}

test("the first moment with something to try stands open, and the others are folded", async () => {
  const moments = [
    moment(1, { shown: ["Listening"] }),
    moment(2, { repaired: ["Ownership"] }),
    moment(3, { missed: ["Empathy"] }),
    moment(4, { missed: ["Kindness"] }),
  ];
  expect(await answers(moments)).toEqual({
    open: ["Answer 3"],
    folded: ["Answer 1", "Answer 2", "Answer 4"],
  });
});

test("where nothing is left to try the first moment of all stands open", async () => {
  const moments = [moment(1, { shown: ["Listening"] }), moment(2, { repaired: ["Ownership"] })];
  expect((await answers(moments)).open).toEqual(["Answer 1"]);
});

test("a moment that counts more than once says so, and another does not", async () => {
  const missed = ["Listening"];
  expect(await page([moment(1, { missed, weight: 1.5 })])).toContain("Counts 1.5 times");
  expect(await page([moment(1, { missed, weight: 2 })])).toContain("Counts twice");
  expect(await page([moment(1, { missed, weight: 1 })])).not.toContain("Counts");
});
