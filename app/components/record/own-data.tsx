import type { ReactNode } from "react";
import { DateText } from "~/components/ui/date-text";
import { kindTitles, type CompletionKind } from "~/core/completion/rule";
import { countInWords, listInWords } from "~/core/prose/in-words";
import { outcomeInWords } from "~/core/scenario/outcome-words";
import { OwnLessonData, type LessonData } from "./own-lesson-data";
import { RecordedAt } from "./recorded-at";

interface OwnDataProps {
  readonly data: {
    readonly person: {
      readonly name: string;
      readonly email: string;
      readonly startDate: string;
      readonly timeZone: string;
      readonly createdAt: string;
      readonly team: string | null;
      readonly manager: string | null;
      readonly roles: readonly string[];
      /** What they are called. */
      readonly paths: readonly string[];
      readonly sessions: readonly { readonly createdAt: string; readonly lastSeenAt: string }[];
    };
    readonly completions: readonly {
      readonly id: string;
      readonly title: string;
      readonly kind: string;
      readonly because: string;
      /** By a later record. */
      readonly corrected: boolean;
      readonly completedAt: string;
      readonly timeZone: string;
      readonly rule: string;
    }[];
    readonly lessons: readonly LessonData[];
    readonly attempts: readonly {
      readonly id: string;
      readonly title: string;
      readonly mode: string;
      readonly startedAt: string;
      readonly timeZone: string;
      readonly outcome: string | null;
      readonly ended: boolean;
      readonly answers: number;
      readonly said: readonly string[];
    }[];
    readonly changes: readonly {
      readonly at: string;
      readonly what: string;
      readonly aboutMe: boolean;
      readonly by: string;
      readonly from: string | null;
      readonly told: readonly string[];
    }[];
  };
  readonly timeZone: string;
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What to say where there is nothing. */
  readonly none: string;
  readonly many: number;
  readonly children: ReactNode;
}

function Section({ id, title, none, many, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 border-b border-line-strong pb-2 text-xl">
        {title}
      </h2>
      {many === 0 ? <p className="text-ink-soft">{none}</p> : children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function howItWent({ ended, outcome }: OwnDataProps["data"]["attempts"][number]): string {
  if (!ended) return "going on";
  return outcomeInWords[outcome === "passed" ? "passed" : "failed"].toLowerCase();
}

/** A person's own data, to read and to print: headings, plain words, nothing folded away. */
export function OwnData({ data, timeZone }: OwnDataProps) {
  const { person, completions, lessons, attempts, changes } = data;
  return (
    <div className="max-w-talk space-y-12">
      <Section id="person" title="Who I am here" none="" many={1}>
        <dl>
          <Fact name="Name">{person.name}</Fact>
          <Fact name="E-mail">{person.email}</Fact>
          <Fact name="Team">{person.team ?? "None"}</Fact>
          <Fact name="Manager">{person.manager ?? "None"}</Fact>
          <Fact name="Roles">{listInWords(person.roles)}</Fact>
          <Fact name="First day">
            <DateText value={person.startDate} />
          </Fact>
          <Fact name="Time zone">{person.timeZone}</Fact>
          <Fact name="Paths">{person.paths.length === 0 ? "None" : listInWords(person.paths)}</Fact>
          <Fact name="Here since">
            <DateText value={person.createdAt} timeZone={timeZone} />
          </Fact>
          <Fact name="Signed in">
            At present in {countInWords(person.sessions.length, "place")}
          </Fact>
        </dl>
      </Section>
      <Section
        id="completions"
        title="What I completed"
        none="Nothing yet."
        many={completions.length}
      >
        <ul className="space-y-4">
          {completions.map((one) => (
            <li key={one.id} className="keep-together">
              <h3 className="text-base font-medium">{one.title}</h3>
              <p className="text-sm text-ink-soft">
                {kindTitles[one.kind as CompletionKind]}, <RecordedAt record={one} />
                {one.corrected ? ", corrected later" : null}
              </p>
              <p>{one.because}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="lessons"
        title="What I answered and wrote"
        none="Nothing yet."
        many={lessons.length}
      >
        <OwnLessonData lessons={lessons} timeZone={timeZone} />
      </Section>
      <Section id="attempts" title="Role-plays I played" none="None yet." many={attempts.length}>
        <ul className="space-y-4">
          {attempts.map((one) => (
            <li key={one.id} className="keep-together">
              <h3 className="text-base font-medium">{one.title}</h3>
              <p className="text-sm text-ink-soft">
                {one.mode === "official" ? "Official run" : "Practice"},{" "}
                <DateText value={one.startedAt} timeZone={one.timeZone} withTime />,{" "}
                {countInWords(one.answers, "answer")}, {howItWent(one)}
              </p>
              {one.said.map((words, at) => (
                <blockquote key={at} className="mt-2 border-s-2 border-line-strong ps-4 font-serif">
                  {words}
                </blockquote>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="changes"
        title="What was changed about me, and by me"
        none="Nothing."
        many={changes.length}
      >
        <ul className="space-y-2 text-sm">
          {changes.map((one) => (
            <li key={`${one.at} ${one.what} ${one.by}`} className="wrap-anywhere">
              <span className="text-ink-soft">
                <DateText value={one.at} timeZone={timeZone} withTime />
              </span>{" "}
              – {one.by} {one.what}
              {one.aboutMe ? "" : " (about somebody or something else)"}
              {one.from === null ? "" : `, from ${one.from}`}
              {one.told.length === 0 ? null : (
                <span className="block text-ink-soft">{one.told.join("; ")}</span>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
