/** An answer that the network did not carry; the page stays as it is, and its key makes sending again safe. */
export interface Unsent {
  readonly unsent: true;
  /** It was no answer but a way back to an earlier moment. */
  readonly wayBack: boolean;
}

export function unsentAnswer(form: FormData): Unsent {
  return { unsent: true, wayBack: form.has("rewind") };
}

export function isUnsent(data: unknown): data is Unsent {
  return typeof data === "object" && data !== null && "unsent" in data;
}
