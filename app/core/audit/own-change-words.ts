/**
 * A change that the audit has, as the person whom it is about reads it among their own data: one
 * sentence that begins with who did it and speaks to them as "you".
 */
import { isAuditAction, type AuditAction } from "~/core/audit/audit-action";
import { isChange, labelOf } from "~/core/audit/detail-words";
import { factInWords, nothing } from "~/core/audit/fact-words";
import { roleName } from "~/core/access/role-name";
import { countInWords, listInWords } from "~/core/prose/in-words";

const doers = {
  you: "You",
  other: "Somebody else",
  command: "A command on the server",
  visitor: "Somebody not signed in",
} as const;
export type Doer = keyof typeof doers;

export interface OwnChange {
  readonly action: string;
  readonly by: Doer;
  /** About the reader; otherwise about somebody or something else, and done by the reader. */
  readonly aboutMe: boolean;
  /** As the audit keeps it, without what is other people's; null where nothing of it is the reader's. */
  readonly detail: Readonly<Record<string, unknown>> | null;
  /** What it is about, where that has a name: "the role-play “The late parcel”". */
  readonly thing: string | null;
}

interface Told {
  readonly change: OwnChange;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly whose: string;
  readonly whom: string;
  readonly thing: string | null;
  /** Where the reader is. */
  readonly timeZone: string;
}

function fact({ detail, timeZone }: Told, key: string): string {
  const words = factInWords(key, detail[key], timeZone);
  return words === nothing ? "" : words;
}

function rolesInWords(roles: unknown): string {
  const given = Array.isArray(roles) ? roles.map((role) => factInWords("roles", role, "UTC")) : [];
  return listInWords([roleName("learner"), ...given]);
}

function rolesChanged({ detail: { roles }, whose }: Told): string {
  return isChange(roles)
    ? `changed ${whose} roles from ${rolesInWords(roles[0])} to ${rolesInWords(roles[1])}`
    : `changed ${whose} roles`;
}

/** ", with the first day 1 Dec 2026 and the team Front desk" */
function withFacts(told: Told): string {
  const facts = ["name", "email", "startDate", "team"].flatMap((key) => {
    const words = fact(told, key);
    return words === "" ? [] : [`the ${labelOf(key)} ${words}`];
  });
  const roles = fact(told, "roles");
  const all = roles === "" ? facts : [...facts, `the added roles ${roles}`];
  return all.length === 0 ? "" : `, with ${listInWords(all)}`;
}

/** "the team from none to Front desk"; who manages the reader is not told, only that it changed. */
function changedFacts({ detail: { changed }, timeZone }: Told): string {
  if (typeof changed !== "object" || changed === null) return "";
  const facts = Object.entries(changed).map(([key, sides]) => {
    if (!isChange(sides)) return `the ${labelOf(key)}`;
    const words = (side: unknown) => {
      const told = factInWords(key, side, timeZone);
      return told === nothing ? "none" : told;
    };
    return `the ${labelOf(key)} from ${words(sides[0])} to ${words(sides[1])}`;
  });
  return facts.length === 0 ? "" : `: ${listInWords(facts)}`;
}

function sessions(told: Told, before = " "): string {
  const { sessionsEnded: count } = told.detail;
  return typeof count === "number" && count > 0
    ? `${before}in ${countInWords(count, "place")}`
    : "";
}

function audience({ detail }: Told): string {
  return detail["with"] === "manager" ? "your manager" : "the trainers";
}

/** " of the role-play “The late parcel”", where it is known which. */
function of({ thing }: Told): string {
  return thing === null ? "" : ` of ${thing}`;
}

const verbs: Readonly<Record<AuditAction, (told: Told) => string>> = {
  "person.added": (told) => `added ${told.whom}${withFacts(told)}`,
  "people.imported": () => "added a list of people",
  "person.changed": (told) => `changed ${told.whose} details${changedFacts(told)}`,
  "person.deactivated": ({ whose }) => `deactivated ${whose} account`,
  "person.reactivated": ({ whose }) => `reactivated ${whose} account`,
  "person.erased": () => "erased somebody",
  "roles.changed": rolesChanged,
  "person.made-admin": ({ whom }) => `made ${whom} an administrator`,
  "password-address.made": ({ whose }) =>
    `made a one-time address at which ${whose} password can be set`,
  "password.set": ({ whose }) => `set ${whose} password`,
  "sessions.ended": (told) =>
    told.change.by === "you" && told.change.aboutMe
      ? `signed out${sessions(told)}`
      : `signed ${told.whom} out${sessions(told)}`,
  "sessions.ended-elsewhere": (told) => `signed out everywhere else${sessions(told, ", ")}`,
  "sign-in.locked": ({ whose }) => `tried too often to sign in to ${whose} account`,
  "completion.recorded": (told) => `recorded ${told.whose} completion${of(told)} by hand`,
  "attempt.granted": (told) => `gave ${told.whom} one more official run${of(told)}`,
  "completion.corrected": (told) => `took back ${told.whose} completion${of(told)}`,
  "course-settings.changed": (told) => `changed the settings${of(told)}`,
  "rule.changed": (told) => `changed the rule${of(told)}`,
  "content.published": ({ thing }) => `put ${thing ?? "content"} in use`,
  "content.withdrawn": ({ thing }) => `took ${thing ?? "content"} out of use`,
  "attempt.shared": (told) =>
    `shared a run${of(told)} with ${audience(told)}, with${told.detail["words"] === true ? "" : "out"} what you typed in it`,
  "attempt.unshared": (told) => `took back a run${of(told)} from ${audience(told)}`,
  "database.restored": () => "restored a backup",
};

/** One sentence, without a full stop at its end. */
export function ownChangeInWords(change: OwnChange, timeZone: string): string {
  const { action, by, aboutMe, detail, thing } = change;
  const told = {
    change,
    timeZone,
    thing,
    detail: detail ?? {},
    ...(aboutMe ? { whose: "your", whom: "you" } : { whose: "somebody’s", whom: "somebody" }),
  };
  const did = isAuditAction(action) ? verbs[action](told) : `made the change “${action}”`;
  return `${doers[by]} ${did}`;
}
