/** Every address of the application is built here. */

/** A lesson's id is `<course>/<lesson>`, as in its address. */
function lessonPath(lessonId: string, talk: string | null = null): string {
  return `/courses/${lessonId}${query({ talk: talk ?? undefined })}`;
}

/** One part of an address: what came out of another address, mistyped, stays one. */
const part = encodeURIComponent;

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** What the audit is narrowed by. */
interface AuditQuery extends Readonly<Record<string, string | undefined>> {
  readonly person?: string | undefined;
  readonly area?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
}

/** What lists of records are narrowed by. */
interface RecordsQuery extends Readonly<Record<string, string | undefined>> {
  readonly team?: string | undefined;
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
}

function repeated(lists: Readonly<Record<string, readonly string[]>>): string {
  const pairs = Object.entries(lists).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

export const paths = {
  home: () => "/",
  /** `sent` says what became of a form that came without a sign-in. */
  login: (next?: string, sent?: "kept" | "lost") => `/login${query({ next, sent })}`,
  logout: () => "/logout",
  setup: (token: string) => `/setup/${part(token)}`,
  setPassword: (token: string) => `/set-password/${part(token)}`,
  courses: () => "/courses",
  course: (course: string) => `/courses/${part(course)}`,
  /** `talk` is where its small talk stands. */
  lesson: lessonPath,
  lessonModule: (hash: string) => `/lesson-modules/${hash}.js`,
  /** A file that a revision shows; the revision's hash makes it immutable. */
  contentAsset: (revision: string, file: string) =>
    `/content-assets/${revision}/${file.split("/").map(encodeURIComponent).join("/")}`,
  scenarios: () => "/scenarios",
  scenario: (slug: string) => `/scenarios/${part(slug)}`,
  /** What a briefing says of an official run, with the button that begins one. */
  scenarioOfficial: (slug: string) => `/scenarios/${part(slug)}#official`,
  /** Under which every run is. */
  attempts: () => "/attempts",
  attempt: (id: string) => `/attempts/${part(id)}`,
  replay: (id: string) => `/attempts/${part(id)}/replay`,
  /** One moment of it, by its number from 1. */
  replayMoment: (id: string, moment: number) => `/attempts/${part(id)}/replay/${String(moment)}`,
  /** Where the answer to "how did it go?" is posted. */
  goalReview: (id: string) => `/goals/${part(id)}/review`,
  me: () => "/me",
  /** One's own runs, among one's record. */
  meAttempts: () => "/me#attempts",
  /** All of one's own data, to read. */
  meData: () => "/me/data",
  /** Where one is signed in. */
  meSessions: () => "/me/sessions",
  /** All of one's own data, as a file. */
  meRecord: () => "/me/record.json",
  /** `after` is the place in the list where a further page begins. */
  records: (filter: RecordsQuery & { readonly after?: string | undefined } = {}) =>
    `/records${query(filter)}`,
  record: (id: string) => `/records/${part(id)}`,
  recordNew: () => "/records/new",
  recordsCsv: (filter: RecordsQuery = {}) => `/records.csv${query(filter)}`,
  team: () => "/team",
  /** One of a manager's people. */
  teamPerson: (id: string) => `/team/${part(id)}`,
  /** What people have shared with the reader; of one person, and from a place in the list on. */
  sharedRuns: (of: { readonly person?: string; readonly after?: string } = {}) =>
    `/shared-runs${query(of)}`,
  /** The official runs of somebody whom one manages. */
  teamRuns: (personId: string) => `/team/runs/${part(personId)}`,
  studio: () => "/studio",
  /** `answers` shows checks as answered: `<check>:<option>.<option>`, or `all`. */
  studioLesson: (lessonId: string, answers: readonly string[] = []) =>
    `/studio/lessons/${lessonId}${repeated({ answer: answers })}`,
  /** `choices` leads to a moment: the answers given so far, after what was drawn. */
  studioScenario: (slug: string, choices: readonly string[] = [], draws: readonly string[] = []) =>
    `/studio/scenarios/${slug}${repeated({ draw: draws, choice: choices })}`,
  /** A course, a path or the vocabulary. */
  studioFile: (kind: string, slug: string) => `/studio/files/${kind}/${slug}`,
  /** The page of the authoring guide on a rule. */
  studioGuide: (rule: string) => `/studio/guide/${rule}`,
  /** What publishing means: of everything that waits, or of these pieces (`kind:slug[@revision]`). */
  studioPublish: (pieces: readonly string[] = []) =>
    `/studio/publish${repeated({ piece: pieces })}`,
  /** After it: `back` leads to what was in use before; `how` is `back` where it was a way back itself. */
  studioPublished: (back: readonly string[], how: "" | "back" = "") =>
    `/studio/publish?done${how === "" ? "" : `=${how}`}${back.map((one) => `&back=${encodeURIComponent(one)}`).join("")}`,
  studioRevisions: (kind: string, slug: string) => `/studio/revisions/${kind}/${slug}`,
  /** A scenario's revision as a picture, with what differs from another marked. */
  studioPicture: (revision: string, before: string) =>
    `/studio/pictures/${revision}${query({ before })}`,
  /** Events whenever content changed. */
  studioChanges: () => "/studio/changes",
  admin: (search: { q?: string; standing?: string; page?: string } = {}) =>
    `/admin${query(search)}`,
  adminAudit: (filter: AuditQuery & { readonly after?: string | undefined } = {}) =>
    `/admin/audit${query(filter)}`,
  adminAuditCsv: (filter: AuditQuery = {}) => `/admin/audit.csv${query(filter)}`,
  adminPerson: (id: string) => `/admin/people/${part(id)}`,
  /** What an erasure takes and leaves, and the form that does it. */
  adminErasePerson: (id: string) => `/admin/people/${part(id)}/erase`,
  adminNewPerson: () => "/admin/people/new",
  adminImport: () => "/admin/people/import",
  adminAddresses: () => "/admin/people/addresses",
} as const;
