/**
 * Whose things a list may hold: the table of `policy.ts` asked about many people at once. A list
 * narrowed by a scope never holds what `maySee` would refuse for one person.
 */
import {
  hasRole,
  visibility,
  type Matter,
  type Viewer,
  type Visibility,
} from "~/core/access/policy";

export type Scope =
  | { readonly of: "everyone" }
  /** The people whom this person manages. */
  | { readonly of: "managed"; readonly managerId: string }
  | { readonly of: "nobody" };

/** The widest scope that the viewer's roles give over other people's matter. */
export function scopeOf(viewer: Viewer, matter: Matter): Scope {
  const row: Readonly<Record<"manager" | "trainer" | "admin", Visibility>> = visibility[matter];
  const always = (role: "manager" | "trainer" | "admin") =>
    hasRole(viewer, role) && row[role] === "always";
  if (always("trainer") || always("admin")) return { of: "everyone" };
  if (always("manager")) return { of: "managed", managerId: viewer.id };
  return { of: "nobody" };
}

/** The people whom the viewer manages, whatever other roles they have. */
export function managedScope(viewer: Viewer, matter: Matter): Scope {
  const row: Readonly<Record<"manager", Visibility>> = visibility[matter];
  return hasRole(viewer, "manager") && row.manager === "always"
    ? { of: "managed", managerId: viewer.id }
    : { of: "nobody" };
}
