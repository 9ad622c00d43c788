/** Who made a change, under the same name wherever it is told: on a page, in a person's history, in a file. */
export function actorInWords(actor: string | null, address: string | null): string {
  if (actor !== null) return actor;
  return address === null ? "A command on the server" : "Somebody not signed in";
}
