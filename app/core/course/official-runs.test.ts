import { expect, test } from "vitest";
import {
  noSettings,
  officialInWords,
  officialStanding,
  runsLeftInWords,
  settingsOf,
  type EndedRun,
} from "./official-runs";
import type { OfficialSettings } from "./definition";
import { aCourse } from "tests/factories/a-lesson";

const now = new Date("2026-11-22T10:00:00Z");
const ended = (outcome: EndedRun["outcome"], hoursAgo: number): EndedRun => ({
  outcome,
  endedAt: new Date(now.getTime() - hoursAgo * 3_600_000),
});
const two: OfficialSettings = { attempts: 2, pause: { amount: 1, unit: "day" }, counts: "best" };

const lisbon = { now, timeZone: "Europe/Lisbon", hasManager: true };

function words(settings: OfficialSettings, runs: readonly EndedRun[], granted = 0) {
  const standing = officialStanding(settings, { runs, granted, now });
  return officialInWords(settings, standing, { ...lisbon, granted }).join(" ");
}

test("without settings there is no limit, and nothing to say about it", () => {
  const runs = [ended("failed", 1), ended("failed", 2)];
  expect(officialStanding(noSettings, { runs, granted: 0, now })).toEqual({
    ...{ left: null, opensAt: null, mayBegin: true, result: "failed" },
  });
  expect(words(noSettings, runs)).toBe("");
});

test("a run that ended is one fewer, and the pause begins at its end", () => {
  const standing = officialStanding(two, { runs: [ended("failed", 1)], granted: 0, now });
  expect(standing).toMatchObject({ left: 1, mayBegin: false });
  expect(standing.opensAt?.toISOString()).toBe("2026-11-23T09:00:00.000Z");
  expect(officialStanding(two, { runs: [ended("failed", 24)], granted: 0, now }).mayBegin).toBe(
    true,
  );
});

test("when none is left another must be granted", () => {
  const runs = [ended("failed", 80), ended("failed", 40)];
  expect(officialStanding(two, { runs, granted: 0, now })).toMatchObject({
    left: 0,
    mayBegin: false,
  });
  expect(officialStanding(two, { runs, granted: 1, now })).toMatchObject({
    left: 1,
    mayBegin: true,
  });
});

test("the result is that of the best run or of the last", () => {
  const runs = [ended("failed", 1), ended("passed", 30)];
  const result = (counts: "best" | "last") =>
    officialStanding({ ...two, counts }, { runs, granted: 0, now }).result;
  expect([result("best"), result("last")]).toEqual(["passed", "failed"]);
});

test("the settings are said in plain words", () => {
  expect(words(two, [])).toBe(
    "You have two official runs. Between the end of one and the next there is a pause of 1 day. Your best run is the result.",
  );
  expect(words(two, [ended("failed", 1)])).toBe(
    "You have one of your two official runs left. Your next official run opens tomorrow at 09:00. Your best run is the result.",
  );
  expect(words(two, [ended("failed", 60), ended("failed", 50)], 1)).toBe(
    "You have one of your three official runs left. One of them was given to you by your manager. Your best run is the result.",
  );
  expect(words({ ...two, counts: "last" }, [ended("failed", 60), ended("failed", 50)])).toBe(
    "You have no official run left. Your manager can give you another, and practice stays open. Your last run is the result, also where an earlier one went better.",
  );
  expect(words({ ...noSettings, attempts: 1 }, [])).toBe("You have one official run.");
});

test("whoever has no manager is told whom to ask when no run is left", () => {
  const runs = [ended("failed", 60), ended("failed", 50)];
  const standing = officialStanding(two, { runs, granted: 0, now });
  const told = runsLeftInWords(two, standing, { ...lisbon, granted: 0, hasManager: false });
  expect(told.join(" ")).toBe(
    "You have no official run left. Only a manager can give you another, and you have none here: ask your administrator. Practice stays open.",
  );
});

test("the settings of a role-play are those of the first course that has some and leads to it", () => {
  const steps = [{ kind: "scenario", scenario: "parcel" } as const];
  const courses = [aCourse({ steps }), aCourse({ steps, official: two })];
  expect(settingsOf(courses, "parcel")).toBe(two);
  expect(settingsOf(courses, "another")).toBe(noSettings);
});
