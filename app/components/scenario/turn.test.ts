import { expect, test } from "vitest";
import type { Said, Turn } from "~/core/scenario/moment";
import { lastSpeaker } from "./turn";

const rosa = { id: "rosa", name: "Rosa", role: "customer" };
const pete = { id: "pete", name: "Pete", role: "colleague" };

function said(speaker: Said["speaker"], mood: Said["mood"]): Said {
  return { kind: "said", speaker, mood, text: [] };
}

test("the person present is the one who spoke last, not the narrator", () => {
  const turns: Turn[] = [said(rosa, "angry"), said(pete, "tired"), said(null, null)];
  expect(lastSpeaker(turns)).toEqual({ speaker: pete, mood: "tired" });
});

test("a line without a mood leaves the person as they were", () => {
  expect(lastSpeaker([said(rosa, "worried"), said(rosa, null)])?.mood).toBe("worried");
});

test("before anyone has spoken nobody is present", () => {
  expect(lastSpeaker([said(null, null)])).toBeNull();
});
