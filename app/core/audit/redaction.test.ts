import { expect, test } from "vitest";
import { namesTold, redacted } from "./redaction";

const names = ["Ana Moreira", "ana@example.test"];

test("an entry about a person loses names and whatever is somebody's words, and keeps the rest", () => {
  const detail = {
    name: "Ana Moreira",
    email: "ana@example.test",
    startDate: "2026-12-01",
    managerEmail: "boss@example.test",
    changed: { email: ["ana@example.test", "a@example.test"], team: [null, "Front desk"] },
    reason: "She did it on paper",
    roles: ["trainer"],
    sessionsEnded: 2,
  };
  expect(redacted(detail, { names, about: true })).toEqual({
    name: "[erased]",
    email: "[erased]",
    startDate: "2026-12-01",
    managerEmail: "boss@example.test",
    changed: { email: ["[erased]", "[erased]"], team: [null, "Front desk"] },
    reason: "[erased]",
    roles: ["trainer"],
    sessionsEnded: 2,
  });
});

test("an entry about something else loses the person's names alone, as whole words", () => {
  const detail = {
    name: "Returns",
    managerEmail: "ANA@example.test",
    note: "Susana Moreiras asked ana moreira.",
  };
  expect(redacted(detail, { names, about: false })).toEqual({
    name: "Returns",
    managerEmail: "[erased]",
    note: "Susana Moreiras asked [erased].",
  });
});

test("a name that is an expression is only a name", () => {
  const odd = ["A.*(B)+ [C] \\ / D^$|?{2}-E"];
  expect(redacted({ note: `x ${odd[0] ?? ""} y` }, { names: odd, about: false })).toEqual({
    note: "x [erased] y",
  });
  expect(redacted({ note: "as it was" }, { names: ["", " "], about: false })).toEqual({
    note: "as it was",
  });
});

test("every name and address that an entry tells of is found, the earlier ones too", () => {
  const detail = { email: "a@x.test", changed: { name: ["One", "Two"], team: ["Three", null] } };
  expect(namesTold(detail)).toEqual(["a@x.test", "One", "Two"]);
  expect(namesTold({ name: "[erased]" })).toEqual([]);
  expect(namesTold("text")).toEqual([]);
});
