import { expect, test } from "vitest";
import { scenarioElements } from "./elements";
import { parseMdx } from "./mdx-tree";
import { Reporter } from "./reporter";

function mistakes(body: string): readonly string[] {
  const reporter = new Reporter("scenarios/s/index.mdx");
  parseMdx(body, scenarioElements, reporter);
  return reporter.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const scene = (id: string, line = "<Line>Hello.</Line>", end = "</Scene>") =>
  `<Scene id="${id}">\n  ${line}\n${end}\n\n`;

test("each scene that holds a mistake of its own is told of, with the place in the file", () => {
  const body = [
    scene("one", "<Line>Hello.</Line"),
    scene("two"),
    scene("three", "<Line by=“rosa”>Hello.</Line>"),
    scene("four", "<Choice>Hello."),
    scene("five", "Hello <!-- a note -->"),
  ].join("");
  expect(mistakes(body)).toEqual([
    "2:15 The closing tag </Line is not finished: its > is missing.",
    expect.stringMatching(/^10:12 The quotation marks around the value of `by` are the curly kind/),
    "14:3 <Choice> is not closed before </Scene> on line 15.",
    "18:10 HTML comments are not allowed.",
  ]);
});

test("what only follows from a mistake is not told of as another", () => {
  for (const broken of [
    scene("one", "<Line>Hello.", ""),
    scene("one", '<Line by="rosa>Hello.</Line>'),
    scene("one", "<Line>Hello.</Line>", "</Scene>\n</Scene>"),
    scene("one", "<Line>Hello.</Lnie>"),
    scene('one" x=“').replaceAll("Line>", "Lien>"),
    "Words { and\n\n",
    "`<Scene>` <!-- -->\n\n",
  ]) {
    expect(mistakes(broken + scene("two") + scene("three"))).toHaveLength(1);
  }
});

test("the scenes of an interlude are no ends of it", () => {
  const detour = `<Interlude id="ask">\n${scene("six")}${scene("seven")}</Interlude>\n\n`;
  expect(mistakes(scene("one", "<Line>Hello.</Line") + detour + scene("two"))).toHaveLength(1);
  expect(mistakes(detour.replace("<Interlude", "<Inetrlude") + scene("two"))).toHaveLength(1);
});

test("a mistake in the tags of an interlude is told of beside those of scenes", () => {
  const detour = (id: string) => `<Interlude id="${id}">\n${scene(`in-${id}`)}</Interlude>\n\n`;
  const broken = scene("one", "<Line>Hello.</Line");
  const second = (text: string) => mistakes(broken + text + scene("last")).slice(1);
  const two = detour("ask") + detour("look");
  expect(second(two.replace('"ask"', "ask"))).toEqual([
    expect.stringMatching(/^5:15 The value of `id` needs quotation marks/),
  ]);
  expect(second(two.replace('"ask">', '"ask"'))).toEqual([
    expect.stringMatching(/^5:20 The tag <Interlude> is not finished/),
  ]);
  expect(second(two.replace("</Interlude>", ""))).toEqual([
    "5:1 <Interlude> is not closed before <Interlude> begins on line 12.",
  ]);
  expect(second(two.replace("</Interlude>", "</Interlud>"))).toEqual([
    "10:1 </Interlud> closes nothing: <Interlude> on line 5 is open.",
  ]);
  expect(second(`${two}</Interlude>\n\n`)).toEqual([
    "19:1 </Interlude> closes an element that was never opened.",
  ]);
  expect(mistakes(two.replace("</Interlude>", "") + broken)).toHaveLength(2);
});

test("no more than ten come after the first, however many there are", () => {
  const many = Array.from({ length: 200 }, (_, at) =>
    scene(`s${String(at)}`, "<Line>Hello.</Line"),
  );
  expect(mistakes(many.join(""))).toHaveLength(11);
});
