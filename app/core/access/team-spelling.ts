/** A team is spelled as it was first: "front desk" is no second "Front desk". */

function folded(name: string): string {
  return name.toLocaleLowerCase("en").normalize("NFC");
}

/** Spells names like the known ones; of those that are not known, like the first that it was asked for. */
export function teamSpelling(known: readonly string[]): (name: string) => string {
  const exact = new Set(known);
  // Where two stand there already that differ in this alone, the first is meant by any other spelling.
  const spellings = new Map([...known].reverse().map((name) => [folded(name), name]));
  return (name) => {
    if (exact.has(name)) return name;
    const spelled = spellings.get(folded(name)) ?? name;
    spellings.set(folded(name), spelled);
    return spelled;
  };
}
