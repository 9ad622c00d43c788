import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { dressColours, dressCuts, dressesOf, dressOf } from "./dress";

const casts = (most: number) =>
  fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: most })
    .map((ids) => ids.map((id) => ({ id })));

test("no two people of a small cast wear the same colour", () => {
  fc.assert(
    fc.property(casts(dressColours), (cast) => {
      const colours = [...dressesOf(cast).values()].map((dress) => dress % dressColours);
      expect(new Set(colours).size).toBe(cast.length);
    }),
  );
});

test("no two people of a large cast are dressed alike", () => {
  fc.assert(
    fc.property(casts(dressColours * dressCuts), (cast) => {
      expect(new Set(dressesOf(cast).values()).size).toBe(cast.length);
    }),
  );
});

test("whom a role-play is about wears the same wherever they are drawn alone", () => {
  fc.assert(
    fc.property(casts(6), (cast) => {
      const first = cast[0]?.id ?? "";
      expect(dressesOf(cast).get(first)).toBe(dressOf(first));
    }),
  );
});

test("Victor and Anja, of one shirt by themselves, can be told apart", () => {
  expect(dressOf("victor") % dressColours).toBe(dressOf("anja") % dressColours);
  const dresses = dressesOf([{ id: "victor" }, { id: "anja" }]);
  expect(dresses.get("anja")).not.toBe(dresses.get("victor"));
});
