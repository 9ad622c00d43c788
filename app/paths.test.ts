import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { paths } from "./paths";

const builders = [
  paths.setup,
  paths.setPassword,
  paths.course,
  paths.scenario,
  paths.attempt,
  paths.record,
  paths.teamPerson,
  paths.adminPerson,
];

test("whatever stood in an address stays one part of the next, and fits into a header", () => {
  fc.assert(
    fc.property(fc.constantFrom(...builders), fc.string({ unit: "binary" }), (build, typed) => {
      const address = build(typed);
      expect(new Headers({ Location: address }).get("Location")).toBe(address);
      expect(address.split("/")).toHaveLength(build("x").split("/").length);
      expect(decodeURIComponent(address).endsWith(typed)).toBe(true);
    }),
  );
});
