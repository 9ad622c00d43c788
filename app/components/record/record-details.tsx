import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { DateText } from "~/components/ui/date-text";
import { Tag } from "~/components/ui/tag";
import type { RecordDetails as Details } from "~/core/completion/record-details";
import { kindTitles } from "~/core/completion/rule";
import { paths } from "~/paths";
import { RecordedAt } from "./recorded-at";

const linkLook = "text-link underline underline-offset-4";

function Standing({ record }: { readonly record: Details }) {
  if (record.outcome !== "completed") return <Tag look="warning">A correction</Tag>;
  return record.correctedBy === null ? (
    <Tag look="success" icon="check">
      Stands
    </Tag>
  ) : (
    <Tag look="warning">Corrected</Tag>
  );
}

/** One record with all that makes it one: the rule, the revision, who and why. */
export function RecordDetails({ record }: { readonly record: Details }) {
  const { kind, revision, rule, because, validUntil, author } = record;
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3">
        <Standing record={record} />
        <span className="text-ink-soft">{kindTitles[kind]}</span>
      </p>
      <p className="mt-4 font-serif text-lg">{because}</p>
      <dl className="mt-6 grid gap-x-8 gap-y-4 border-y border-line py-5 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="When">
          <RecordedAt record={record} />
        </Fact>
        {validUntil === null ? null : (
          <Fact term="To be renewed from">
            <DateText value={validUntil} />
          </Fact>
        )}
        <Fact term="By the rule">
          <code className="font-mono text-sm wrap-anywhere">{rule}</code>
        </Fact>
        <Fact term="Revision">
          <code className="font-mono text-sm">{revision.slice(0, 8)}</code>
        </Fact>
        {author === null ? null : <Fact term="Recorded by">{author}</Fact>}
        {record.correctedBy === null ? null : (
          <Fact term="Corrected by">
            <Link to={paths.record(record.correctedBy)} className={linkLook}>
              a later record
            </Link>
          </Fact>
        )}
        {record.corrects === null ? null : (
          <Fact term="Corrects">
            <Link to={paths.record(record.corrects)} className={linkLook}>
              an earlier record
            </Link>
          </Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
