/**
 * Every change that the audit knows, with its words for people: the one list. A change that is not
 * in it cannot be written down, so whoever adds a kind of change says here what people read.
 */

/** What a change is about, for narrowing a list; in the order in which it is offered. */
export const auditAreas = {
  people: "People",
  roles: "Roles",
  access: "Passwords and sign-in",
  records: "Records and rules",
  content: "Publishing",
  sharing: "Sharing",
  data: "Data",
} as const;

export type AuditArea = keyof typeof auditAreas;

interface ActionWords {
  readonly area: AuditArea;
  /** What was done, as said after the name of who did it: "Priya Nair: added the person". */
  readonly words: string;
}

export const auditActions = {
  "person.added": { area: "people", words: "added the person" },
  "people.imported": { area: "people", words: "added a list of people" },
  "person.changed": { area: "people", words: "changed the details" },
  "person.deactivated": { area: "people", words: "deactivated the person" },
  "person.reactivated": { area: "people", words: "reactivated the person" },
  "person.erased": { area: "people", words: "erased the person" },
  "roles.changed": { area: "roles", words: "changed the roles" },
  "person.made-admin": { area: "roles", words: "made an administrator" },
  "password-address.made": { area: "access", words: "made a one-time address" },
  "password.set": { area: "access", words: "set a password" },
  "sessions.ended": { area: "access", words: "signed out everywhere" },
  "sessions.ended-elsewhere": { area: "access", words: "signed out everywhere else" },
  "sign-in.locked": { area: "access", words: "tried to sign in too often" },
  "completion.recorded": { area: "records", words: "recorded a completion by hand" },
  "attempt.granted": { area: "records", words: "gave one more official run" },
  "completion.corrected": { area: "records", words: "corrected a record" },
  "course-settings.changed": { area: "records", words: "changed the settings of a course" },
  "rule.changed": { area: "records", words: "changed a rule" },
  "content.published": { area: "content", words: "published" },
  "content.withdrawn": { area: "content", words: "took out of use" },
  "attempt.shared": { area: "sharing", words: "shared a run" },
  "attempt.unshared": { area: "sharing", words: "took sharing back" },
  "database.restored": { area: "data", words: "restored a backup" },
} as const satisfies Record<string, ActionWords>;

export type AuditAction = keyof typeof auditActions;

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditActions, text);
}

/** In words; the name itself where an older version of Rapport wrote it and it is known no more. */
export function auditWords(action: string): string {
  return isAuditAction(action) ? auditActions[action].words : action;
}

/** The actions of an area, or all of them. */
export function actionsIn(area: AuditArea | undefined): AuditAction[] {
  const all = Object.keys(auditActions).filter(isAuditAction);
  return area === undefined ? all : all.filter((action) => auditActions[action].area === area);
}
