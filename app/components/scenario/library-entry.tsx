import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { Tag } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";
import type { LibraryStanding } from "~/core/scenario/library";
import { outcomeInWords, underWay } from "~/core/scenario/outcome-words";
import { channelInWords, type Channel } from "./channel";
import { Portrait } from "./portrait";

export interface LibraryEntryProps {
  readonly title: string;
  readonly summary: string;
  readonly to: string;
  readonly minutes: number;
  readonly channel: Channel;
  /** In how many of its moments the behaviour is asked for that the library is narrowed to. */
  readonly moments: number | null;
  /** Whom one meets first. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly standing: LibraryStanding;
}

/** A role-play in the library: a person, and what it is about. */
export function LibraryEntry(props: LibraryEntryProps) {
  const { title, summary, to, minutes, channel, moments, person, standing } = props;
  const facts = [
    ...(person === null ? [] : [person.name]),
    channelInWords(channel),
    countInWords(minutes, "minute"),
    ...(moments === null ? [] : [`${countInWords(moments, "moment")} to show it`]),
  ];
  return (
    <li className="library-entry">
      {person ? <Portrait person={person.id} mood="neutral" className="library-portrait" /> : null}
      <div className="min-w-0 grow">
        <h3 className="text-lg">
          <Link to={to} className="underline-offset-4 after:absolute after:inset-0 hover:underline">
            {title}
          </Link>
        </h3>
        <p className="library-summary">{summary}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <span>
            {facts.map((fact, at) => (
              // The point belongs to what it follows: behind a name of two lines it would begin a third.
              <Fragment key={fact}>
                {at === 0 ? null : " "}
                <span className="inline-block">
                  {at < facts.length - 1 ? `${fact}\u00A0·` : fact}
                </span>
              </Fragment>
            ))}
          </span>
          <Standing standing={standing} />
        </p>
      </div>
    </li>
  );
}

function Standing({ standing }: Pick<LibraryEntryProps, "standing">) {
  switch (standing) {
    case "new":
      return null;
    case "begun":
      return (
        <Tag look="info" icon="clock">
          {underWay}
        </Tag>
      );
    case "practised":
      return <Tag icon="retry">Practised</Tag>;
    case "tried":
      return (
        <Tag look="warning" icon="retry">
          {outcomeInWords.failed}
        </Tag>
      );
    case "passed":
      return (
        <Tag look="success" icon="check">
          Complete
        </Tag>
      );
  }
}
