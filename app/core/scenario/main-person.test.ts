import { expect, test } from "vitest";
import { mainPerson } from "./main-person";
import type { Said, Turn } from "./moment";

const victor = { id: "victor", name: "Victor", role: "retired" };
const anja = { id: "anja", name: "Anja", role: "runs the reception" };
const cast = [victor, anja];

function said(speaker: Said["speaker"], mood: Said["mood"]): Said {
  return { kind: "said", speaker, mood, text: [] };
}

test("a colleague who has the last word is not the person of the conversation", () => {
  const turns: Turn[] = [said(victor, "worried"), said(null, null), said(anja, "neutral")];
  expect(mainPerson(cast, turns)).toEqual({ speaker: victor, mood: "worried" });
});

test("a colleague who speaks more often is not either", () => {
  const turns = [said(anja, "tired"), said(victor, "upset"), said(anja, "warm")];
  expect(mainPerson(cast, turns)?.speaker).toEqual(victor);
});

test("a line without a mood leaves the person as they were", () => {
  expect(mainPerson(cast, [said(victor, "hopeful"), said(victor, null)])?.mood).toBe("hopeful");
});

test("whoever never spoke in this attempt gives way to the next of the cast", () => {
  expect(mainPerson(cast, [said(anja, "tired")])?.speaker).toEqual(anja);
  expect(mainPerson(cast, [said(null, null)])).toBeNull();
});
