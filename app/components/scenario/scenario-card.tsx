import { Link } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Tag } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";
import { outcomeInWords } from "~/core/scenario/outcome-words";
import { ChannelText, type Channel } from "./channel";
import { Portrait } from "./portrait";

export interface ScenarioCardProps {
  readonly title: string;
  readonly summary: string;
  readonly to: string;
  readonly minutes: number;
  readonly channel: Channel;
  /** In how many of its moments the behaviour is asked for that the library is narrowed to. */
  readonly moments: number | null;
  /** Whom one meets first. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly standing: "new" | "begun" | "practised" | "tried" | "passed";
}

/** A role-play in the library: a person, and what it is about. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { title, summary, to, minutes, channel, moments, person, standing } = props;
  return (
    <Card as="article" className="flex h-full gap-4 sm:gap-5">
      {person ? (
        <Portrait person={person.id} mood="neutral" className="size-14 sm:size-18" />
      ) : null}
      <div className="flex min-w-0 flex-col">
        <h2 className="text-lg">
          <Link to={to} className="underline-offset-4 after:absolute after:inset-0 hover:underline">
            {title}
          </Link>
        </h2>
        <p className="mt-1 grow text-ink-soft">{summary}</p>
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-ink-soft">
          {person ? <span>With {person.name}</span> : null}
          <ChannelText channel={channel} />
          <span>{countInWords(minutes, "minute")}</span>
          {moments === null ? null : <span>{countInWords(moments, "moment")} to show it</span>}
          <Standing standing={standing} />
        </p>
      </div>
    </Card>
  );
}

function Standing({ standing }: Pick<ScenarioCardProps, "standing">) {
  switch (standing) {
    case "new":
      return null;
    case "begun":
      return (
        <Tag look="info" icon="clock">
          Begun
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
