/** Shares of all that counts, from 0 to 1. */
export interface ShortOfPass {
  readonly reached: number;
  readonly needed: number;
}

export interface VerdictProps {
  readonly mode: "practice" | "official";
  readonly passed: boolean;
  /** The talk ended well, whatever else a pass needs. */
  readonly endedWell: boolean;
  /** Names of behaviours that a pass needs and that were not shown. */
  readonly required: readonly string[];
  /** The answers did not come to what a pass takes; null where they did. */
  readonly short: ShortOfPass | null;
  /** Others may see it, because the person shared it. */
  readonly shared: boolean;
  /** Another official run may begin. */
  readonly mayRun: boolean;
  /** How many official runs are left, and what comes before the next; nothing where nothing is limited. */
  readonly left: readonly string[];
  /** It was completed before, and stays so. */
  readonly stands: boolean;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

/** Rounded down: what is not enough must not read as if it were. */
function howFar({ reached, needed }: ShortOfPass): string {
  const down = Math.floor(reached * 100) / 100;
  return `you took ${percent.format(down)} of what counts, and a pass takes ${percent.format(needed)}`;
}

function whatWasMissing({ endedWell, required, short }: VerdictProps): string {
  if (!endedWell) {
    return "It did not end well this time. That happens to everyone who works with people.";
  }
  if (required.length > 0) {
    const named = `It ended well. What it still needs is ${listed(required).toLowerCase()}, at least once.`;
    return short === null ? named : `${named} And on the whole ${howFar(short)}.`;
  }
  return short === null
    ? "It ended well, and on the way good chances went by."
    : `It ended well, and on the way good chances went by: ${howFar(short)}.`;
}

/** Of a practice, as it stands now: what was seen before a sharing was taken back nobody can say. */
function whoSees({ shared }: VerdictProps): string {
  return shared
    ? "You shared this practice; its replay says who can see it."
    : "Nobody can see it but you.";
}

/** What it means, in words, and what is next. */
export function Verdict(props: VerdictProps) {
  const { mode, passed, mayRun, left, stands } = props;
  if (passed) {
    return mode === "official" ? (
      <p>This run counts: the role-play is complete and stands on your record.</p>
    ) : (
      <>
        <p>As an official run, this would have counted. {whoSees(props)}</p>
        <RunsLeft left={left} />
      </>
    );
  }
  return (
    <>
      <p>
        {whatWasMissing(props)}{" "}
        {mode === "official"
          ? `Look at the moments below, ${mayRun ? "practise if you like, and run it again when you are ready" : "and practise as often as you like"}.`
          : `${whoSees(props)} Look at the moments below, then practise it again and try one of them another way.`}
        {stands ? " What you completed before stays on your record." : null}
      </p>
      <RunsLeft left={left} />
    </>
  );
}

function RunsLeft({ left }: Pick<VerdictProps, "left">) {
  return left.length === 0 ? null : <p className="mt-2">{left.join(" ")}</p>;
}
