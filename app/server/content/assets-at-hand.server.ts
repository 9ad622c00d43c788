/** Files that pages ask for again and again, kept in memory up to a size: what was read first goes first. */

type Bytes = Uint8Array<ArrayBuffer>;

export class AssetsAtHand {
  readonly #read: (hash: string) => Promise<Bytes | null>;
  readonly #most: number;
  readonly #held = new Map<string, Bytes>();
  #size = 0;

  /** `read` finds what is not at hand; `most` is how many bytes are held. */
  constructor(read: (hash: string) => Promise<Bytes | null>, most: number) {
    this.#read = read;
    this.#most = most;
  }

  /** Null where there is no such file. */
  async find(hash: string): Promise<Bytes | null> {
    const held = this.#held.get(hash);
    if (held !== undefined) return held;
    const bytes = await this.#read(hash);
    // Two who asked at once both read it, and it is held once.
    if (bytes !== null && !this.#held.has(hash)) this.#hold(hash, bytes);
    return bytes;
  }

  #hold(hash: string, bytes: Bytes): void {
    this.#held.set(hash, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#size <= this.#most) break;
      this.#held.delete(oldest);
      this.#size -= length;
    }
  }
}
