import { expect, test } from "vitest";
import { auditActions } from "./audit-action";
import { ownChangeInWords, type OwnChange } from "./own-change-words";

const change = (given: Partial<OwnChange>, timeZone = "UTC") =>
  ownChangeInWords(
    { action: "", by: "other", aboutMe: true, detail: {}, thing: null, ...given },
    timeZone,
  );

test("a change is told to the person it is about, in days and roles as pages have them", () => {
  const changed = { startDate: ["2026-12-01", "2026-12-08"], team: [null, "Front desk"] };
  expect(change({ action: "person.changed", detail: { changed } })).toBe(
    "Somebody else changed your details: the first day from 1 Dec 2026 to 8 Dec 2026 and the team from none to Front desk",
  );
  expect(change({ action: "person.changed", detail: { changed: { managerEmail: true } } })).toBe(
    "Somebody else changed your details: the manager",
  );
  expect(change({ action: "roles.changed", detail: { roles: [["trainer"], ["admin"]] } })).toBe(
    "Somebody else changed your roles from learner and trainer to learner and administrator",
  );
});

test("a team is told by its name, also where the name has the word for nothing in it", () => {
  const changed = { team: ["Sweet nothings", "nothing but coffee"] };
  expect(change({ action: "person.changed", detail: { changed } })).toBe(
    "Somebody else changed your details: the team from Sweet nothings to nothing but coffee",
  );
});

test("what one did oneself begins with you, and says of what it was", () => {
  const thing = "the role-play “The late parcel”";
  const mine = { by: "you", thing } as const;
  const detail = { with: "manager", words: false };
  expect(change({ ...mine, action: "attempt.shared", detail })).toBe(
    `You shared a run of ${thing} with your manager, without what you typed in it`,
  );
  expect(
    change({ ...mine, action: "attempt.shared", detail: { with: "trainer", words: true } }),
  ).toBe(`You shared a run of ${thing} with the trainers, with what you typed in it`);
  expect(change({ ...mine, action: "attempt.unshared", detail })).toBe(
    `You took back a run of ${thing} from your manager`,
  );
  expect(change({ by: "you", action: "sessions.ended", detail: { sessionsEnded: 2 } })).toBe(
    "You signed out in 2 places",
  );
  expect(
    change({ by: "you", action: "sessions.ended-elsewhere", detail: { sessionsEnded: 1 } }),
  ).toBe("You signed out everywhere else, in 1 place");
});

test("what one did to others tells nothing of them", () => {
  const done = { by: "you", aboutMe: false, detail: null } as const;
  expect(change({ ...done, action: "roles.changed" })).toBe("You changed somebody’s roles");
  expect(change({ ...done, action: "completion.corrected" })).toBe(
    "You took back somebody’s completion",
  );
  expect(change({ ...done, action: "content.published", thing: "the lesson “Hear first”" })).toBe(
    "You put the lesson “Hear first” in use",
  );
});

test("every action reads as a sentence, also with nothing known of it, and one that is known no more by its name", () => {
  for (const action of Object.keys(auditActions)) {
    for (const aboutMe of [true, false]) {
      const words = change({ action, aboutMe, detail: null, by: "command" });
      expect(words).toMatch(/^A command on the server [a-z][^.]*[a-z]$/);
      expect(words).not.toMatch(/undefined|null|nothing|:| {2}/);
    }
  }
  expect(change({ action: "person.moved" })).toBe("Somebody else made the change “person.moved”");
});
