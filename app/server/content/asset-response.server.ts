/** The files that a revision shows, out of the database. */
import { contentStore } from "~/server/content/catalogue.server";
import { immutable } from "~/server/content/lesson-module-response.server";
import { db } from "~/server/db.server";
import { drawingPolicy } from "~/server/http/security-headers.server";
import { perProcess } from "~/server/per-process.server";

const contentTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** Bytes of assets that are kept at hand. */
const memory = 32 * 1024 * 1024;

class AtHand {
  readonly #held = new Map<string, Uint8Array<ArrayBuffer>>();
  #size = 0;

  async find(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const held = this.#held.get(hash);
    if (held !== undefined) return held;
    const row = await db().asset.findUnique({ where: { hash }, select: { bytes: true } });
    if (row === null) return null;
    this.#held.set(hash, row.bytes);
    this.#size += row.bytes.length;
    for (const [oldest, bytes] of this.#held) {
      if (this.#size <= memory) break;
      this.#held.delete(oldest);
      this.#size -= bytes.length;
    }
    return row.bytes;
  }
}

/** Null where the revision does not exist or does not show such a file. */
export async function assetResponse(revision: string, file: string): Promise<Response | null> {
  const stored = await contentStore().revision(revision);
  const hash = stored !== null && Object.hasOwn(stored.assets, file) ? stored.assets[file] : null;
  const type = contentTypes[file.slice(file.lastIndexOf(".") + 1).toLowerCase()];
  if (hash === null || hash === undefined || type === undefined) return null;
  const bytes = await perProcess("assets-at-hand", () => new AtHand()).find(hash);
  if (bytes === null) return null;
  const headers = new Headers({
    "Content-Type": type,
    "Cache-Control": immutable,
    "Content-Security-Policy": drawingPolicy,
  });
  return new Response(bytes, { headers });
}
