/** Which addresses content may hold: http, https, mailto, or relative. */

const allowedSchemes = new Set(["http", "https", "mailto"]);
const MAX_ADDRESS = 2_000;

/** Percent-encoding undone as often as it was done, so that no spelling hides a scheme. */
function unescaped(address: string): string {
  let current = address;
  for (let round = 0; round < 4; round += 1) {
    let next: string;
    try {
      next = decodeURIComponent(current);
    } catch {
      return current;
    }
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** What is wrong with a link's address; null where nothing is. The address has its entities resolved. */
export function linkProblem(address: string): string | null {
  if (address === "") return "The address is empty.";
  if (address.length > MAX_ADDRESS) return "The address is too long.";
  const bare = unescaped(address);
  if (/[\p{Cc}\p{Cf}\\\s]/u.test(address) || /[\p{Cc}\p{Cf}\\]/u.test(bare)) {
    return "The address holds a space, a backslash or a character that cannot be seen.";
  }
  const scheme = /^([^/?#]*?):/.exec(bare.trim())?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!allowedSchemes.has(scheme)) {
      return "An address begins with https:, http: or mailto:, or is relative.";
    }
    if (scheme !== "mailto" && !/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(address)) {
      return "After https: come two slashes and the name of a site.";
    }
    return null;
  }
  if (/^www\./i.test(bare)) return "An address that begins with www. leaves out https://.";
  return bare.startsWith("//") ? "An address that begins with // leaves out https:." : null;
}

const assetForm = /^(?:\.\/)?([a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*)$/i;
const assetKinds = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i;

/** The name of a file beside the lesson, or what is wrong with its address. */
export function assetNamed(
  address: string,
): { readonly asset: string } | { readonly problem: string } {
  const name = assetForm.exec(address)?.[1];
  if (name === undefined || name.includes("..")) {
    return { problem: "A picture is a file in the lesson's own folder, as in ./counter.svg." };
  }
  if (!assetKinds.test(name)) {
    return { problem: "A picture ends in .svg, .png, .jpg, .webp, .avif or .gif." };
  }
  return { asset: name };
}
