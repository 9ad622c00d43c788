import type { ReactNode } from "react";
import { DateText } from "~/components/ui/date-text";
import { roleName } from "~/core/access/role-name";
import { kindTitles, type CompletionKind } from "~/core/completion/rule";
import { countInWords, listInWords } from "~/core/prose/in-words";
import { OwnDataSection } from "./own-data-section";
import { OwnLessonData, type LessonData } from "./own-lesson-data";
import { OwnLooseData, type GrantData, type UnsavedData } from "./own-loose-data";
import { OwnRunData, type RunData } from "./own-run-data";
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
      readonly sessions: readonly { readonly device: string | null }[];
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
    readonly attempts: readonly RunData[];
    readonly grants: readonly GrantData[];
    readonly notSavedYet: readonly UnsavedData[];
    readonly changes: readonly {
      readonly at: string;
      readonly inWords: string;
      readonly from: string | null;
    }[];
  };
  readonly timeZone: string;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

/** A person's own data, to read and to print: headings, plain words, nothing folded away. */
export function OwnData({ data, timeZone }: OwnDataProps) {
  const { person, completions, lessons, attempts, changes } = data;
  const devices = [...new Set(person.sessions.flatMap(({ device }) => device ?? []))];
  return (
    <div className="max-w-talk space-y-12">
      <OwnDataSection id="person" title="Who I am here">
        <dl>
          <Fact name="Name">{person.name}</Fact>
          <Fact name="E-mail">{person.email}</Fact>
          <Fact name="Team">{person.team ?? "None"}</Fact>
          <Fact name="Manager">{person.manager ?? "None"}</Fact>
          <Fact name="Roles">{listInWords(person.roles.map(roleName))}</Fact>
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
            {devices.length === 0 ? null : `: ${listInWords(devices)}`}
          </Fact>
        </dl>
      </OwnDataSection>
      <OwnDataSection
        id="completions"
        title="What I completed"
        none={completions.length === 0 && "Nothing yet."}
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
      </OwnDataSection>
      <OwnDataSection
        id="lessons"
        title="What I answered and wrote"
        none={lessons.length === 0 && "Nothing yet."}
      >
        <OwnLessonData lessons={lessons} timeZone={timeZone} />
      </OwnDataSection>
      <OwnDataSection
        id="attempts"
        title="Role-plays I played"
        none={attempts.length === 0 && "None yet."}
      >
        <OwnRunData runs={attempts} />
      </OwnDataSection>
      <OwnLooseData grants={data.grants} notSavedYet={data.notSavedYet} timeZone={timeZone} />
      <OwnDataSection
        id="changes"
        title="What was changed about me, and by me"
        none={changes.length === 0 && "Nothing."}
      >
        <ul className="space-y-2 text-sm">
          {changes.map(({ at, inWords, from }, index) => (
            <li
              key={index}
              className="keep-together grid gap-x-6 py-1 wrap-anywhere sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <span className="text-ink-soft">
                <DateText value={at} timeZone={timeZone} withTime />
              </span>
              <span>
                {inWords}
                {from === null ? "" : ` (from ${from})`}.
              </span>
            </li>
          ))}
        </ul>
      </OwnDataSection>
    </div>
  );
}
