/** The pages of the authoring guide, one for each rule, as they come with Rapport. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ruleIds } from "~/core/diagnostic-rules";
import { readGuidePage, type GuidePage } from "~/core/guide-page";
import { shippedFolder } from "~/server/content/folders.server";

interface ShownGuidePage extends GuidePage {
  readonly rule: string;
  /** Where the page stands, for whoever reads it in an editor. */
  readonly file: string;
}

/** Null for what is no rule, and where the page is not there. */
export async function guidePage(name: string): Promise<ShownGuidePage | null> {
  const rule = ruleIds.find((each) => each === name);
  if (rule === undefined) return null;
  const text = await readFile(join(shippedFolder(), "guide", `${rule}.md`), "utf8").catch(() => "");
  const page = readGuidePage(text);
  return page && { ...page, rule, file: `content/guide/${rule}.md` };
}
