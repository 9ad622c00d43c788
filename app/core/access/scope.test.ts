import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { addedRoles, maySee, visibility, type Matter } from "~/core/access/policy";
import { managedScope, scopeOf, type Scope } from "~/core/access/scope";

const person = fc.constantFrom("ana", "ben", "cho");
const viewer = fc.record({ id: person, roles: fc.subarray([...addedRoles]) });
const subject = fc.record({ personId: person, managerId: fc.option(person) });
const matter = fc.constantFrom(...(Object.keys(visibility) as Matter[]));

function holds(scope: Scope, { managerId }: { readonly managerId: string | null }): boolean {
  switch (scope.of) {
    case "everyone":
      return true;
    case "managed":
      return managerId === scope.managerId;
    case "nobody":
      return false;
  }
}

test("a list narrowed by a scope holds nobody whom the table would refuse", () => {
  fc.assert(
    fc.property(viewer, matter, subject, (who, what, whom) => {
      for (const scope of [scopeOf(who, what), managedScope(who, what)]) {
        if (holds(scope, whom)) expect(maySee(who, what, whom)).toBe(true);
      }
    }),
  );
});

test("a trainer's record is everybody's, a manager's only their people's", () => {
  expect(scopeOf({ id: "t", roles: ["trainer"] }, "progress")).toEqual({ of: "everyone" });
  expect(scopeOf({ id: "m", roles: ["manager"] }, "progress")).toEqual({
    of: "managed",
    managerId: "m",
  });
  expect(scopeOf({ id: "l", roles: [] }, "progress")).toEqual({ of: "nobody" });
  expect(scopeOf({ id: "t", roles: ["trainer"] }, "officialRuns")).toEqual({ of: "nobody" });
});
