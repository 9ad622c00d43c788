/** Content at the start of the server: loaded before the first request, watched from then on. */
import type { Diagnostic } from "~/core/diagnostic";
import { contentStore, loadContent } from "~/server/content/catalogue.server";
import { endChangeStreams } from "~/server/content/changes-stream.server";
import { followPublications } from "~/server/content/follow-publications.server";
import type { Publishing } from "~/server/content/publish-plan.server";
import type { Snapshot } from "~/server/content/snapshot.server";
import { watchContent, type Watching } from "~/server/content/watch.server";
import { db } from "~/server/db.server";
import { log } from "~/server/log.server";

/** Problems that are printed in full at the start; the studio shows all of them. */
const problemsPrinted = 10;

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What is in use, in one sentence. */
export function contentSentence({ catalogue }: Snapshot): string {
  const { courses, lessons, scenarios, paths, vocabulary } = catalogue;
  const parts = [
    counted(courses.length, "course"),
    counted(lessons.length, "lesson"),
    counted(scenarios.length, "scenario"),
    counted(paths.length, "path"),
  ];
  return `Content: ${parts.join(", ")} and ${counted(vocabulary.length, "behaviour")}.`;
}

function place({ file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column}`;
}

/** The errors, one sentence each; then what stays in use all the same. */
export function contentProblems({ pieces, diagnostics }: Snapshot): string[] {
  const all = [...diagnostics, ...pieces.flatMap((piece) => piece.diagnostics)];
  const errors = all.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const more = errors.length - problemsPrinted;
  return [
    ...errors
      .slice(0, problemsPrinted)
      .map((error) => `  ${place(error)} ${error.message} ${error.fix ?? ""}`.trimEnd()),
    ...(more > 0 ? [`  … and ${counted(more, "more error")}; the studio shows all of them.`] : []),
    "  What was good before stays in use; everything else is not affected.",
  ];
}

/** What waits to be published, and how to look at it; null where nothing does. */
function waitingSentence({ waiting }: Snapshot): string | null {
  if (waiting.length === 0) return null;
  const what = waiting.length === 1 ? "1 change waits" : `${waiting.length} changes wait`;
  return `${what} to be published: look in the studio, or with: npm run -s content -- publish`;
}

/** Null where the content cannot be loaded; the reason has been said. */
export async function startContent(
  publishing: Publishing,
  say: (sentence: string) => void,
): Promise<Watching | null> {
  say("Reading the content …");
  contentStore().publishing = publishing;
  try {
    const { snapshot } = await loadContent();
    say(contentSentence(snapshot));
    for (const problem of contentProblems(snapshot)) say(problem);
    const waiting = waitingSentence(snapshot);
    if (waiting !== null) say(waiting);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return null;
  }
  const tell = (sentence: string) => log().info({ content: true }, sentence);
  const watching = await watchContent(contentStore(), tell);
  const following = followPublications(db(), contentStore(), tell);
  return {
    stop: async () => {
      endChangeStreams();
      await following.stop();
      await watching.stop();
    },
  };
}
