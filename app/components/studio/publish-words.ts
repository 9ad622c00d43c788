/** What the page says where files are put in use, and where one goes back to a revision of before. */
export interface PublishWords {
  readonly title: string;
  readonly lead: string;
  readonly button: (pieces: number) => string;
  readonly refused: string;
  readonly done: string;
  readonly doneLead: string;
  readonly undo: string;
}

export const publishWords: PublishWords = {
  title: "Publish",
  lead: "What it would mean for learners, first. Whoever is in the middle of something finishes it as it began.",
  button: (pieces) => `Publish ${["this", "both"][pieces - 1] ?? `all ${pieces}`} for everybody`,
  refused: "Nothing was published",
  done: "Published",
  doneLead: "Whoever begins from now on meets it.",
  undo: "Go back to what was before",
};

export const goBackWords: PublishWords = {
  title: "Go back",
  lead: "What it would mean for learners to have this revision again, first. Whoever is in the middle of something finishes it as it began.",
  button: (pieces) => (pieces === 1 ? "Go back to this revision" : "Go back to these revisions"),
  refused: "Everything is as it was",
  done: "Gone back",
  doneLead:
    "Whoever begins from now on meets the revision of before. The file is as it was saved, and waits.",
  undo: "Undo this",
};

/** Whoever names a revision goes back to it; a piece alone is its file. */
export function wordsFor(wanted: readonly string[]): PublishWords {
  const back = wanted.length > 0 && wanted.every((piece) => piece.includes("@"));
  return back ? goBackWords : publishWords;
}
