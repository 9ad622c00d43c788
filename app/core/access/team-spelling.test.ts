import { expect, test } from "vitest";
import { teamSpelling } from "./team-spelling";

test("a team that is there is meant by its name in any case, and a new one by how it was first written", () => {
  const spelled = teamSpelling(["Front desk", "Ærø"]);
  const names = ["front desk", "FRONT DESK", "ærø", "Back office", "back Office", "Cafe\u0301"];
  expect(names.map(spelled)).toEqual([
    ...["Front desk", "Front desk", "Ærø"],
    ...["Back office", "Back office", "Cafe\u0301"],
  ]);
  expect(spelled("café")).toBe("Cafe\u0301");
});

test("two teams that differ in their letters' case alone stay two, each under its own name", () => {
  const spelled = teamSpelling(["Front desk", "front desk"]);
  expect(["Front desk", "front desk", "FRONT DESK"].map(spelled)).toEqual([
    "Front desk",
    "front desk",
    "Front desk",
  ]);
});
