import { expect, test } from "vitest";
import { teamInWords } from "./team-in-words";

const stuck = (name: string) => ({
  name,
  week: { state: "stuck", reasons: [] } as const,
  next: { dueInDays: -5 },
});
const underWay = (name: string, dueInDays: number) => ({
  name,
  week: { state: "under-way" } as const,
  next: { dueInDays },
});

test("a team in one line names who is stuck, then who is late", () => {
  expect(teamInWords([stuck("Ana"), underWay("Cleo", -1), stuck("Ben"), underWay("Dee", 2)])).toBe(
    "Ana and Ben are stuck, Cleo is a little late.",
  );
  expect(teamInWords([underWay("Cleo", -1)])).toBe("Cleo is a little late.");
});

test("of many who are stuck the line names two and counts the others", () => {
  expect(teamInWords(["Ana", "Ben", "Cleo"].map(stuck))).toBe("Ana, Ben and Cleo are stuck.");
  expect(teamInWords(["Ana", "Ben", "Cleo", "Dee"].map(stuck))).toBe(
    "Ana, Ben and 2 others are stuck.",
  );
});

test("a team that needs nobody says that all is well", () => {
  expect(teamInWords([underWay("Dee", 0)])).toBe("Nobody in your team is stuck or late.");
});
