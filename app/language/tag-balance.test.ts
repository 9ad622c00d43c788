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

test("no more than ten come after the first, however many there are", () => {
  const many = Array.from({ length: 200 }, (_, at) =>
    scene(`s${String(at)}`, "<Line>Hello.</Line"),
  );
  expect(mistakes(many.join(""))).toHaveLength(11);
});
