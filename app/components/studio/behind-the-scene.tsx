import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";
import { Table } from "~/components/ui/table";
import type { Value } from "~/core/scenario/definition";

interface ChoiceBehind {
  readonly id: string;
  readonly onOffer: boolean;
  readonly when: string | null;
  readonly shows: readonly string[];
  readonly misses: readonly string[];
  readonly effects: readonly string[];
  readonly target: string;
}

interface BehindTheSceneProps {
  /** Null at an ending. */
  readonly scene: string | null;
  readonly variables: readonly { readonly name: string; readonly value: Value }[];
  readonly choices: readonly ChoiceBehind[];
  readonly score: readonly {
    readonly name: string;
    readonly shown: number;
    readonly offered: number;
  }[];
  readonly children?: ReactNode;
}

/** What a learner never sees: the variables, what each choice does, and the score so far. */
export function BehindTheScene(props: BehindTheSceneProps) {
  const { scene, variables, choices, score, children } = props;
  return (
    <section aria-labelledby="behind" className="mt-12 space-y-6 rounded-lg bg-well p-5 sm:p-6">
      <div>
        <h2 id="behind" className="flex items-center gap-2 text-lg">
          <Icon name="info" className="size-5" />
          What a learner does not see
        </h2>
        {scene === null ? null : (
          <p className="mt-1 text-sm text-ink-soft">
            Scene <code className="font-mono">{scene}</code>
          </p>
        )}
      </div>
      {variables.length === 0 ? null : (
        <dl className="flex flex-wrap gap-x-6 gap-y-2" aria-label="Variables now">
          {variables.map(({ name, value }) => (
            <div key={name} className="flex items-baseline gap-2">
              <dt className="font-mono text-sm">{name}</dt>
              <dd className="font-medium">{typeof value === "boolean" ? yesNo(value) : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {choices.length === 0 ? null : (
        <Table
          caption="Answers of this scene"
          hideCaption
          rowKey={({ id }) => id}
          rows={choices}
          columns={[
            { key: "id", heading: "Answer", rowHeading: true, cell: named },
            { key: "shows", heading: "Shows", cell: ({ shows }) => listed(shows) },
            { key: "misses", heading: "Misses", cell: ({ misses }) => listed(misses) },
            { key: "effects", heading: "Changes", cell: ({ effects }) => listed(effects) },
            { key: "target", heading: "Leads to", cell: ({ target }) => target },
          ]}
        />
      )}
      <p className="text-sm">
        <span className="font-medium">{scene === null ? "Score" : "Score so far"}:</span>{" "}
        {score
          .filter(({ offered }) => offered > 0)
          .map(({ name, shown, offered }) => `${name} ${shown} of ${offered}`)
          .join(", ") || "nothing offered yet"}
      </p>
    </section>
  );
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}

function listed(words: readonly string[]): ReactNode {
  return words.length === 0 ? "–" : words.join(", ");
}

function named({ id, when, onOffer }: ChoiceBehind): ReactNode {
  return (
    <>
      <code className="font-mono">{id}</code>
      {when === null ? null : (
        <span className="block font-normal text-ink-soft">
          {onOffer ? "on offer" : "not on offer"}: {when}
        </span>
      )}
    </>
  );
}
