/** The files that a revision shows, out of the database. */
import { AssetsAtHand } from "~/server/content/assets-at-hand.server";
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

function assetsAtHand(): AssetsAtHand {
  return perProcess("assets-at-hand", () => {
    const read = async (hash: string) => {
      const row = await db().asset.findUnique({ where: { hash }, select: { bytes: true } });
      return row?.bytes ?? null;
    };
    return new AssetsAtHand(read, memory);
  });
}

/** Null where the revision does not exist or does not show such a file. */
export async function assetResponse(revision: string, file: string): Promise<Response | null> {
  const stored = await contentStore().revision(revision);
  const hash = stored !== null && Object.hasOwn(stored.assets, file) ? stored.assets[file] : null;
  const type = contentTypes[file.slice(file.lastIndexOf(".") + 1).toLowerCase()];
  if (hash === null || hash === undefined || type === undefined) return null;
  const bytes = await assetsAtHand().find(hash);
  if (bytes === null) return null;
  const headers = new Headers({
    "Content-Type": type,
    "Cache-Control": immutable,
    "Content-Security-Policy": drawingPolicy,
  });
  return new Response(bytes, { headers });
}
