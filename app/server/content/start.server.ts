/** Content at the start of the server: loaded before the first request, watched from then on. */
import type { Diagnostic } from "~/core/diagnostic";
import { contentStore, loadContent } from "~/server/content/catalogue.server";
import { endChangeStreams } from "~/server/content/changes-stream.server";
import type { Snapshot } from "~/server/content/snapshot.server";
import { watchContent, type Watching } from "~/server/content/watch.server";
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

/** Null where the content cannot be loaded; the reason has been said. */
export async function startContent(say: (sentence: string) => void): Promise<Watching | null> {
  say("Reading the content …");
  try {
    const { snapshot } = await loadContent();
    say(contentSentence(snapshot));
    for (const problem of contentProblems(snapshot)) say(problem);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return null;
  }
  const watching = await watchContent(contentStore(), (sentence) => {
    log().info({ content: true }, sentence);
  });
  return {
    stop: async () => {
      endChangeStreams();
      await watching.stop();
    },
  };
}
