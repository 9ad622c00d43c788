import { expect, test } from "vitest";
import { actionsIn, auditAreas, auditActions, auditWords, type AuditArea } from "./audit-action";

test("every action has words of its own, and every area has an action", () => {
  const words = Object.values(auditActions).map((action) => action.words);
  expect(new Set(words).size).toBe(words.length);
  for (const area of Object.keys(auditAreas) as AuditArea[]) {
    expect(actionsIn(area).length).toBeGreaterThan(0);
  }
  expect(actionsIn(undefined)).toHaveLength(words.length);
});

test("an action that is known no more is told by its name", () => {
  expect(auditWords("person.moved")).toBe("person.moved");
  expect(auditWords("constructor")).toBe("constructor");
});
