/**
 * Who may do and see what: the one table. Every loader and action asks it through the guard of
 * the server, and a test walks every route as every role and as a stranger.
 */

/** Everyone is a learner; the others add to that. */
export const roles = ["learner", "trainer", "manager", "admin"] as const;
export type Role = (typeof roles)[number];
/** The roles that can be given. */
export const addedRoles = ["trainer", "manager", "admin"] as const satisfies readonly Role[];
export type AddedRole = (typeof addedRoles)[number];

/** What a route is for, and the roles that may use it. */
export const permissions = {
  "home.read": ["learner"],
  "course.read": ["learner"],
  "lesson.read": ["learner"],
  "lesson.answer": ["learner"],
  "scenario.read": ["learner"],
  "attempt.start": ["learner"],
  "attempt.read": ["learner"],
  "attempt.answer": ["learner"],
  "goal.review": ["learner"],
  "attempt.share": ["learner"],
  "own-record.read": ["learner"],
  "session.end": ["learner"],
  "records.read": ["trainer", "manager", "admin"],
  /** Of the people whose progress they may see, never their own. */
  "completion.correct": ["trainer", "manager"],
  "team.read": ["manager"],
  "shared-runs.read": ["trainer", "manager"],
  "attempt.grant": ["manager"],
  "studio.read": ["trainer"],
  "studio.preview": ["trainer"],
  "content.publish": ["trainer"],
  "people.read": ["admin"],
  "people.change": ["admin"],
  "people.erase": ["admin"],
  "audit.read": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
}

export function hasRole(viewer: Viewer, role: Role): boolean {
  return role === "learner" || viewer.roles.includes(role);
}

/** May this person use what the permission names at all? */
export function may(viewer: Viewer, permission: Permission): boolean {
  return permissions[permission].some((role) => hasRole(viewer, role));
}

/** When somebody may see a thing about a person. */
export type Visibility =
  | "always"
  | "never"
  | "whenShared"
  /** When shared, or when the course said beforehand that it would be seen. */
  | "whenSharedOrAnnounced"
  /** Sums over five people or more; never one person's. */
  | "totalsOnly";

interface Row {
  readonly person: Visibility;
  readonly manager: Visibility;
  readonly trainer: Visibility;
  readonly admin: Visibility;
}

/** "Who may see what": one row for each kind of thing that is known about a person. */
export const visibility = {
  /** Completions, due dates, whether stuck. */
  progress: { person: "always", manager: "always", trainer: "always", admin: "always" },
  /** Official runs: outcome, behaviours shown of offered, number of attempts. */
  officialRuns: { person: "always", manager: "always", trainer: "totalsOnly", admin: "never" },
  officialReplay: {
    person: "always",
    manager: "whenSharedOrAnnounced",
    trainer: "whenShared",
    admin: "never",
  },
  practice: { person: "always", manager: "whenShared", trainer: "whenShared", admin: "never" },
  /** Goals and how they went, reflections, self-ratings, typed replies. */
  ownWords: { person: "always", manager: "whenShared", trainer: "whenShared", admin: "never" },
} as const satisfies Record<string, Row>;

export type Matter = keyof typeof visibility;

/** Whom a person can share with: their manager, or the trainers. */
export const audiences = ["manager", "trainer"] as const satisfies readonly Role[];
export type Audience = (typeof audiences)[number];

/** The person that something is about, as far as seeing it depends on them. */
export interface Subject {
  readonly personId: string;
  readonly managerId: string | null;
  /** Whom the person has shared it with. */
  readonly sharedWith?: readonly Audience[];
  /** The course said beforehand that managers see it. */
  readonly announced?: boolean;
}

function allows(rule: Visibility, role: Role, subject: Subject): boolean {
  const shared = subject.sharedWith?.some((audience) => audience === role) === true;
  switch (rule) {
    case "always":
      return true;
    case "never":
    case "totalsOnly":
      return false;
    case "whenShared":
      return shared;
    case "whenSharedOrAnnounced":
      return shared || subject.announced === true;
  }
}

/** May the viewer see this single person's matter? Totals are another question. */
export function maySee(viewer: Viewer, matter: Matter, subject: Subject): boolean {
  const row: Row = visibility[matter];
  if (viewer.id === subject.personId) return allows(row.person, "learner", subject);
  const manages = hasRole(viewer, "manager") && subject.managerId === viewer.id;
  return (
    (manages && allows(row.manager, "manager", subject)) ||
    (hasRole(viewer, "trainer") && allows(row.trainer, "trainer", subject)) ||
    (hasRole(viewer, "admin") && allows(row.admin, "admin", subject))
  );
}
