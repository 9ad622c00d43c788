/** What a trainer can try in a preview: silence, words of their own, and each draw. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainText } from "~/core/prose/prose";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { previewScenario, withWords } from "~/server/content/scenario-preview.server";

const vocabulary = ["listening", "empathy", "ownership"].map((tag) => ({
  tag,
  name: tag,
  rule: "…",
  signs: [],
  counterExamples: [],
}));

function sample(name: string) {
  const text = readFileSync(join(import.meta.dirname, "../content/samples", name), "utf8");
  const { definition } = parseScenario({ file: "scenarios/x/index.mdx", text }, { vocabulary });
  if (!definition) throw new Error("The sample has no errors.");
  return definition;
}

test("a timed moment says how long it gives, and silence leads on as it does for learners", () => {
  const tram = sample("timed.mdx");
  const first = previewScenario(tram, { choices: [], draws: [] }, vocabulary);
  expect(first).toMatchObject({ seconds: 60, silence: "silence:" });
  expect(first.choices.map(({ id }) => id)).toEqual(["elsewhere", "hospital", "silence:"]);
  const passed = previewScenario(tram, { choices: ["silence:"], draws: [] }, vocabulary);
  expect(passed).toMatchObject({ followed: ["silence:"], lost: false, moment: { scene: "doors" } });
  expect(plainText(passed.moment.consequence[0]?.text ?? [])).toBe("Hello?");
  const nowhere = previewScenario(
    tram,
    { choices: ["silence:", "silence:"], draws: [] },
    vocabulary,
  );
  expect(nowhere).toMatchObject({ seconds: null, silence: null, lost: true });
});

test("what is typed is matched, and stands in the address as its row alone", () => {
  const ring = sample("every-element.mdx");
  const draws = ["stone:garnet", "tone:sharp", "stone:none"];
  const steps = { choices: ["ask"], draws };
  const reply = previewScenario(ring, steps, vocabulary);
  expect(reply.moment.reply?.prompt).toBe("What do you say to her?");
  expect(plainText(reply.moment.lines[0]?.text ?? [])).toContain("a dark red garnet");
  const typed = withWords(ring, steps, "That must be really awful.");
  expect(typed).toEqual(["ask", "row:match-1"]);
  const after = previewScenario(ring, { choices: typed ?? [], draws }, vocabulary);
  expect(after).toMatchObject({ lost: false, moment: { scene: "minute" } });
  expect(JSON.stringify(after)).not.toContain("really awful");
  expect(withWords(ring, { choices: [], draws }, "That is awful.")).toBeNull();
});

test("each draw can be chosen, and what is no value of it is as if nothing was asked", () => {
  const ring = sample("every-element.mdx");
  const { draws, variables } = previewScenario(
    ring,
    { choices: [], draws: ["stone:garnet", "tone:loud"] },
    vocabulary,
  );
  expect(draws).toMatchObject([
    { name: "tone", drawn: "tone:quiet" },
    { name: "stone", drawn: "stone:garnet", values: [{ text: "opal" }, { text: "garnet" }] },
  ]);
  expect(variables).toContainEqual({ name: "stone", value: "garnet" });
});
