/** The content command, for trainers and for continuous integration. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotRun, readArguments, usage, type Arguments } from "./content/arguments";
import { failureAsJson, mustBeFolder, mustBeOverlay, sentenceFor } from "./content/cannot-run";
import { checkKey, keepCheck, ownContent } from "./content/last-check.js";
import { shippedContent } from "./content/installed.js";

interface Folders {
  readonly folder: string;
  /** Laid over it. */
  readonly own: string | null;
}

/** The folder that was named, alone; else what learners meet, with `CONTENT_DIR` over what is shipped. */
async function foldersFor({ command, subjects, dir }: Arguments): Promise<Folders> {
  const named = (command === "check" ? subjects[0] : undefined) ?? dir;
  const folder = named === undefined ? shippedContent : resolve(named);
  const own = named === undefined ? ownContent() : null;
  await mustBeFolder(folder);
  if (own !== null) await mustBeOverlay(own);
  return { folder, own };
}

async function scenarioNamed({ folder, own }: Folders, slug: string) {
  const [{ loadLibrary }, { Memory }, { suggestName }] = await Promise.all([
    import("./content/load-library"),
    import("./content/memory"),
    import("~/language/suggestion"),
  ]);
  // What the last check read is not read again.
  const { library, sources } = await loadLibrary(folder, new Memory(), own);
  const found = library.scenarios.find(({ definition }) => definition.slug === slug);
  if (found) return found;
  const isThere = sources.some(({ file }) => file === `scenarios/${slug}/index.mdx`);
  const slugs = library.scenarios.map(({ definition }) => definition.slug);
  throw new CannotRun(
    isThere
      ? `The scenario ${slug} has errors; look through it first with: check.`
      : `There is no scenario ${slug}. ${suggestName(slug, slugs, "scenarios")}`,
  );
}

async function play(folders: Folders, slug: string, args: Arguments): Promise<number> {
  const [{ playScenario }, { keepRecording, prepareRecording }] = await Promise.all([
    import("./content/play"),
    import("./content/record"),
  ]);
  const { file, definition } = await scenarioNamed(folders, slug);
  const seed = args.seed === undefined ? null : Number(args.seed);
  if (seed !== null && !Number.isSafeInteger(seed)) {
    throw new CannotRun("After --seed stands a whole number, as in --seed 7.");
  }
  const { folder, own } = folders;
  const home = own !== null && existsSync(join(own, file)) ? own : folder;
  const recording =
    args.record === undefined
      ? null
      : await prepareRecording(dirname(join(home, file)), args.record);
  const played = await playScenario(definition, process.stdin, process.stdout, seed);
  if (!played) {
    const lost = recording ? ", so nothing was kept" : "";
    throw new CannotRun(`The input ended before the scenario did${lost}.`);
  }
  if (recording) {
    await keepRecording(recording, definition, played);
    console.log(`Kept as “${recording.name}” in ${recording.file}.`);
  }
  return 0;
}

/** Only these commands need the database, so only they load it. */
async function publish({ command, subjects, revision, yes }: Arguments): Promise<number> {
  if (revision !== undefined && subjects.length !== 1)
    throw new CannotRun("--revision needs one SLUG");
  const { publishContent } = await import("./content/publish");
  const back = command === "rollback";
  return publishContent({
    slugs: subjects,
    revision: revision ?? null,
    yes,
    back,
    say: console.log,
  });
}

async function run(args: Arguments): Promise<number> {
  const folders = await foldersFor(args);
  const { folder, own } = folders;
  const [subject = "", other = ""] = args.subjects;
  switch (args.command) {
    case "check": {
      const { checkContent } = await import("./content/check");
      const key = checkKey(folder, args.json, own);
      const report = await checkContent(folder, args.json, own);
      keepCheck(key, report);
      console.log(report.output);
      return report.status;
    }
    case "paths": {
      const { scenarioPaths } = await import("./content/paths");
      const { definition } = await scenarioNamed(folders, subject);
      console.log(scenarioPaths(definition, args.json));
      return 0;
    }
    case "publish":
    case "rollback":
      return publish(args);
    case "play":
      return play(folders, subject, args);
    case "graph": {
      if (args.out === undefined) throw new CannotRun("graph needs --out FILE.svg");
      const [{ writeFile }, { drawScenario }] = await Promise.all([
        import("node:fs/promises"),
        import("~/core/scenario/drawing"),
      ]);
      const { definition } = await scenarioNamed(folders, subject);
      await writeFile(args.out, drawScenario(definition));
      return 0;
    }
    case "diff": {
      const [{ diffScenarios }, { loadLibrary }] = await Promise.all([
        import("./content/diff"),
        import("./content/load-library"),
      ]);
      const { library } = await loadLibrary(folder, undefined, own);
      console.log(await diffScenarios([subject, other], library.vocabulary, args.out ?? null));
      return 0;
    }
  }
}

// Whoever reads only the beginning of the output, as `head` does, closes it early.
process.stdout.on("error", () => process.exit());

const typed = process.argv.slice(2);
try {
  const args = readArguments(typed);
  if (args === null) console.log(usage);
  process.exitCode = args === null ? 0 : await run(args);
} catch (problem) {
  const sentence = sentenceFor(problem);
  console.error(sentence);
  if (typed.includes("--json")) console.log(failureAsJson(sentence));
  process.exitCode = 2;
}
