/** What a file is, by where it stands under the content folder. */

export type Place =
  | { readonly kind: "behaviours" }
  | { readonly kind: "course"; readonly course: string }
  | {
      readonly kind: "lesson";
      readonly course: string;
      readonly slug: string;
      readonly order: number;
    }
  | { readonly kind: "scenario"; readonly slug: string }
  | { readonly kind: "path"; readonly slug: string };

const slug = "([a-z0-9]+(?:-[a-z0-9]+)*)";
const behavioursFile = /^behaviours\.ya?ml$/;
const courseFile = new RegExp(`^courses/${slug}/course\\.ya?ml$`);
const lessonFile = new RegExp(`^courses/${slug}/(\\d{2})-${slug}/index\\.mdx$`);
const scenarioFile = new RegExp(`^scenarios/${slug}/index\\.mdx$`);
const testsFile = new RegExp(`^scenarios/${slug}/tests\\.ya?ml$`);
const pathFile = new RegExp(`^paths/${slug}\\.ya?ml$`);

/**
 * The file of the same name that is read in the place of this one: beside a `.yml` nothing is read
 * from a `.yaml`. Null where there is none, or for a file that nothing would be read from anyway.
 */
export function readInstead(file: string, files: readonly string[]): string | null {
  const other = file.replace(/\.yaml$/, ".yml");
  const isRead = placeOfFile(file) !== null || scenarioTestedBy(file) !== null;
  return other !== file && isRead && files.includes(other) ? other : null;
}

/** What is said of a file in whose place `other` is read. */
export function toldTwice(other: string): { readonly message: string; readonly fix: string } {
  const name = other.slice(other.lastIndexOf("/") + 1);
  return {
    message: `Nothing is read from this file, because ${name} stands beside it.`,
    fix: `Move what is still needed into ${name}, and delete this one.`,
  };
}

const contentName =
  /\.mdx$|^(?:courses|paths|scenarios)\/(?:.*\/)?course\.ya?ml$|^paths\/.*\.ya?ml$/i;

/** What is said of a file that looks like content where nothing is read; null for any other. */
export function toldAstray(
  file: string,
): { readonly message: string; readonly fix: string } | null {
  if (!contentName.test(file) || placeOfFile(file) !== null) return null;
  return {
    message: "Nothing is read from this place.",
    fix: file.startsWith("paths/")
      ? "A path is paths/<name>.yml, in small letters, digits and hyphens."
      : "A scenario is scenarios/<name>/index.mdx; a lesson is courses/<course>/<number>-<name>/index.mdx, in small letters.",
  };
}

/** The slug of the scenario that a file tests; null for any other file. */
export function scenarioTestedBy(file: string): string | null {
  return testsFile.exec(file)?.[1] ?? null;
}

/** Null for a file that is not content by itself: an asset, a note, tests. */
export function placeOfFile(file: string): Place | null {
  if (behavioursFile.test(file)) return { kind: "behaviours" };
  const lesson = lessonFile.exec(file);
  if (lesson?.[1] !== undefined && lesson[3] !== undefined) {
    return { kind: "lesson", course: lesson[1], slug: lesson[3], order: Number(lesson[2]) };
  }
  const course = courseFile.exec(file)?.[1];
  if (course !== undefined) return { kind: "course", course };
  const scenario = scenarioFile.exec(file)?.[1];
  if (scenario !== undefined) return { kind: "scenario", slug: scenario };
  const path = pathFile.exec(file)?.[1];
  return path === undefined ? null : { kind: "path", slug: path };
}
