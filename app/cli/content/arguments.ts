/** What was typed after `content`, or a sentence about what of it cannot be understood. */
import { parseArgs } from "node:util";
import { suggestName } from "~/language/suggestion";

const options = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  dir: { type: "string" },
  out: { type: "string" },
  record: { type: "string" },
  seed: { type: "string" },
  revision: { type: "string" },
  yes: { type: "boolean" },
} as const;

type OptionName = keyof typeof options;

interface Command {
  /** What follows it, as the usage calls it. */
  readonly subjects: readonly string[];
  /** How many of those may be left out. */
  readonly optional: number;
  readonly options: readonly OptionName[];
}

const several = Array.from({ length: 100 }, () => "SLUG");

export const commands = {
  check: { subjects: ["DIR"], optional: 1, options: ["json", "dir"] },
  paths: { subjects: ["SLUG"], optional: 0, options: ["json", "dir"] },
  play: { subjects: ["SLUG"], optional: 0, options: ["record", "seed", "dir"] },
  graph: { subjects: ["SLUG"], optional: 0, options: ["out", "dir"] },
  diff: { subjects: ["A", "B"], optional: 0, options: ["out", "dir"] },
  publish: { subjects: several, optional: several.length, options: ["revision", "yes"] },
  rollback: { subjects: ["SLUG"], optional: 0, options: ["yes"] },
} as const satisfies Record<string, Command>;

type CommandName = keyof typeof commands;

export const usage = `npm run -s content -- <command>

  check [DIR] [--json]                    look through everything under DIR; else content/ and CONTENT_DIR over it
  paths SLUG [--json]                     what can happen in a scenario: states, endings, scores
  play SLUG [--record NAME] [--seed N]    play it here; keep the run as a transcript in its tests.yml
  graph SLUG --out FILE.svg               draw it
  diff A B [--out FILE.svg]               what changed between two index.mdx files, for learners
  publish [SLUG…] [--yes]                 put what waits in use; says first what it means for learners
  publish SLUG --revision HASH            put an earlier revision in use
  rollback SLUG [--yes]                   back to the revision that was in use before

The first five take --dir DIR. Exit status: 0 no errors, 1 errors, 2 it could not run.
Every rule that check knows is explained in content/guide/.`;

/** Something that stands in the way of running at all, in a sentence for whoever typed. */
export class CannotRun extends Error {}

export interface Arguments {
  readonly command: CommandName;
  readonly subjects: readonly string[];
  readonly json: boolean;
  readonly dir: string | undefined;
  readonly out: string | undefined;
  readonly record: string | undefined;
  readonly seed: string | undefined;
  readonly revision: string | undefined;
  readonly yes: boolean;
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** Null where help is asked for. Throws `CannotRun` with a sentence. */
export function readArguments(args: readonly string[]): Arguments | null {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) {
      const fix = suggestName(token.name, Object.keys(options), "options").replace(
        /`(\w+)`/,
        "`--$1`",
      );
      throw new CannotRun(`There is no option \`${token.rawName}\`. ${fix}`);
    }
    const isText = options[token.name as OptionName].type === "string";
    if (isText && (token.value === undefined || token.value === "")) {
      throw new CannotRun(`After \`${token.rawName}\` something is missing; look with --help.`);
    }
    if (!isText && token.value !== undefined) {
      throw new CannotRun(`\`${token.rawName}\` stands alone, without \`=${token.value}\`.`);
    }
    values.set(token.name, token.value);
  }
  const [command, ...subjects] = tokens.flatMap((token) =>
    token.kind === "positional" ? [token.value] : [],
  );
  if (values.has("help") || command === "help") return null;
  if (command === undefined) throw new CannotRun(`Say what to do.\n\n${usage}`);
  if (!isCommand(command)) {
    const fix = suggestName(command, Object.keys(commands), "commands");
    throw new CannotRun(`There is no command \`${command}\`. ${fix}`);
  }
  const shape: Command = commands[command];
  for (const name of values.keys()) {
    if (!shape.options.includes(name as OptionName)) {
      throw new CannotRun(`\`${command}\` has no use for \`--${name}\`; look with --help.`);
    }
  }
  if (subjects.length < shape.subjects.length - shape.optional) {
    const missing = shape.subjects.slice(subjects.length).join(" and ");
    throw new CannotRun(
      `\`${command}\` lacks its ${missing}, as in: content -- ${command} ${shape.subjects.join(" ")}`,
    );
  }
  const extra = subjects[shape.subjects.length];
  if (extra !== undefined) {
    throw new CannotRun(`\`${extra}\` is one thing too many for \`${command}\`; look with --help.`);
  }
  return {
    command,
    subjects,
    json: values.has("json"),
    dir: values.get("dir"),
    out: values.get("out"),
    record: values.get("record"),
    seed: values.get("seed"),
    revision: values.get("revision"),
    yes: values.has("yes"),
  };
}
