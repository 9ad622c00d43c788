import { Tag } from "~/components/ui/tag";

export interface PieceStanding {
  readonly state: "inUse" | "waits" | "keptBack" | "neverGood";
  /** Short name of the revision in use. */
  readonly revision: string | null;
  readonly errors: number;
  readonly warnings: number;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Whether learners meet the file as it is now. */
export function PieceStateTag({ state, errors, warnings }: PieceStanding) {
  if (state === "neverGood") {
    return (
      <Tag look="danger" icon="danger">
        {counted(errors, "error")}, not in use
      </Tag>
    );
  }
  if (state === "keptBack") {
    return (
      <Tag look="warning" icon="warning">
        {counted(errors, "error")}, last good in use
      </Tag>
    );
  }
  if (state === "waits") {
    return (
      <Tag look="info" icon="clock">
        Waits to be published
      </Tag>
    );
  }
  // What is as it should be stays quiet, so that the rest stands out of a long list.
  return warnings === 0 ? (
    <Tag icon="check">In use</Tag>
  ) : (
    <Tag look="info" icon="info">
      In use, {counted(warnings, "warning")}
    </Tag>
  );
}

/** The same in a sentence. */
export function standingSentence({ state, revision, errors }: PieceStanding): string {
  const short = revision ?? "";
  switch (state) {
    case "inUse":
      return `Learners meet this file as it is, as revision ${short}.`;
    case "waits":
      return revision === null
        ? "The file waits to be published. Learners do not see it yet."
        : `The file waits to be published. Learners go on meeting revision ${short} until then.`;
    case "keptBack":
      return `The file has ${counted(errors, "error")}. Learners go on meeting the last good revision, ${short}, until it is mended.`;
    case "neverGood":
      return `The file has ${counted(errors, "error")} and was never in use. Learners do not see it until it is mended.`;
  }
}
