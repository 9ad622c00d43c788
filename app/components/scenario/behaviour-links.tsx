import { Link } from "@remix-run/react";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

export interface BehaviourLinksProps {
  /** Those that some role-play practises, in the order of the vocabulary. */
  readonly behaviours: readonly { readonly tag: string; readonly name: string }[];
  /** The one that the library is narrowed to; null for all. */
  readonly chosen: string | null;
  /** How many role-plays are listed now. */
  readonly count: number;
}

const chip =
  "narrowing edged inline-flex min-h-9 items-center rounded-sm border border-line-strong px-2.5 text-sm no-underline hover:border-ink " +
  "aria-[current]:border-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink";

/** The way to the role-plays that practise one behaviour. */
export function BehaviourLinks({ behaviours, chosen, count }: BehaviourLinksProps) {
  if (behaviours.length < 2) return null;
  return (
    <nav aria-label="What you want to practise" className="screen-only mb-7 space-y-2.5">
      <ul className="flex flex-wrap gap-2">
        {[{ tag: null, name: "All" }, ...behaviours].map(({ tag, name }) => (
          <li key={tag}>
            <Link
              to={tag === null ? paths.scenarios() : paths.scenariosWith(tag)}
              aria-current={tag === chosen ? "true" : undefined}
              preventScrollReset
              className={chip}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-ink-soft">
        {countInWords(count, "role-play")}
        {chosen === null ? null : ". Those that ask for it most come first."}
      </p>
    </nav>
  );
}
