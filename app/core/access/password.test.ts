import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { commonPasswords } from "./common-passwords";
import { passwordProblem } from "./password";

const isListed = (candidate: string) => ["leavemealone", "butterfly"].includes(candidate);
const owner = { email: "ana.moreira@harbour-hotel.example", name: "Ana Moreira" };

test.each([
  "practice makes kind",
  "kettle window nine trams",
  "Summer rain on the tin roof",
  "Der Regen fällt auf Tomaten",
  "Zj4kd-0qpWm2x",
  "a butterfly in the larder",
  "お茶とおせんべいと雨の日の猫",
  "!\"%&/()?*#'@",
])("%j can be used", (password) => expect(passwordProblem(password, owner, isListed)).toBeNull());

test.each([
  ["elevenchars", /12 characters/],
  ["😀😀😀😀😀😀", /12 characters/],
  ["x7".repeat(129), /256 characters or fewer/],
  ["aaaaaaaaaaaaaaa", /repeats itself/],
  ["kettlekettle", /repeats itself/],
  ["tram tram tram tram", /repeats itself/],
  ["abcdefghijklmn", /follows the keyboard/],
  ["9876543210987", /follows the keyboard/],
  ["qwertyuiop[]", /follows the keyboard/],
  ["moreira-2026!!", /mostly your name/],
  ["ana.moreira@harbour-hotel.example", /mostly your name/],
  ["Harbour-Hotel-1", /mostly your name/],
  ["Rapport12345!", /mostly your name/],
  ["R4pp0rt!2026!", /mostly your name/],
  ["password1234!", /tried first/],
  ["P4ssw0rd2026!", /tried first/],
  ["Welcome2026!!", /tried first/],
  ["SummerWinter99", /tried first/],
  ["correct horse battery staple", /tried first/],
  ["LeaveMeAlone", /tried first/],
  ["leave me alone", /tried first/],
  ["L3ave m3 al0n3", /tried first/],
  ["2026-Butterfly!", /tried first/],
])("%j is refused with a reason", (password, reason) =>
  expect(passwordProblem(password, owner, isListed)).toMatch(reason),
);

test("every password on the list is refused, also with capitals and spaces", () => {
  for (const password of commonPasswords) {
    expect(passwordProblem(password, owner, isListed), password).not.toBeNull();
    expect(
      passwordProblem(` ${password.toUpperCase()} `, owner, isListed),
      password,
    ).not.toBeNull();
  }
});

test("what a generator makes is accepted", () => {
  const letters = "bcdfghjkmnpqrstvwxz2468BDFGHJKM";
  const generated = fc
    .uniqueArray(fc.constantFrom(...Array.from(letters)), { minLength: 20, maxLength: 20 })
    .filter((characters) => new Set(characters.map((one) => one.toLowerCase())).size > 12)
    .map((characters) => characters.join(""));
  const accepted = fc
    .sample(generated, { numRuns: 500, seed: 1 })
    .filter((password) => passwordProblem(password, owner, isListed) === null);
  expect(accepted.length).toBe(500);
});
