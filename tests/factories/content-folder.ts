/** A content folder of real files, whole and small, that a test then breaks or adds to. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const behavioursFile = `behaviours:
  - tag: listening
    name: Listening
    rule: When someone tells you what is wrong, let them finish and say back what you heard.
    signs: [Lets the other person finish]
    counterExamples: [Types while they talk]
  - tag: empathy
    name: Empathy
    rule: When you hear what it cost them, name it before you offer anything.
    signs: [Names the cost in plain words]
    counterExamples: [Says sorry for any inconvenience]
`;

interface LessonText {
  readonly title?: string;
  readonly scenario?: string;
  readonly text?: string;
}

export function lessonFile({
  title = "Say it back",
  scenario = "parcel",
  text = "Say back what you heard.",
}: LessonText = {}): string {
  return `---
title: ${title}
summary: Why saying it back comes first.
minutes: 5
behaviours: [listening]
---

${text}

<Models>
<BadModel title="Straight on">
<Said by="You">Name?</Said>
</BadModel>
<GoodModel title="Heard">
<Said by="You">Since nine o'clock, and nobody called you.</Said>
</GoodModel>
</Models>

<RuleCode behaviour="listening" when="somebody repeats themself" then="say back what you heard" />

<Check id="first">
What comes first?

<Option correct>
Saying it back.
<Feedback>Yes: secret feedback.</Feedback>
</Option>
<Option>
The form.
<Feedback>The form can wait.</Feedback>
</Option>
</Check>

<RolePlay scenario="${scenario}" />

<Goal>This week, when will you say it back?</Goal>
`;
}

export function scenarioFile({
  title = "The parcel",
  target = "thanks",
}: { readonly title?: string; readonly target?: string } = {}): string {
  return `---
title: ${title}
summary: A parcel that was promised for nine.
minutes: 4
channel: desk
setting: A parcel shop, Saturday, ten past nine
role: You are behind the counter
behaviours: [listening]
---

Rosa has been waiting since nine.

<Cast id="rosa" name="Rosa Almeida" role="customer" />
<Variable name="patience" min="0" max="3" start="2" />

<Scene id="opening">
  <Line by="rosa" mood="worried">You said nine.</Line>
  <Choice id="say-back" to="${target}" shows="listening" set="patience += 1">
    You were told nine, and it is ten past.
    <Consequence by="rosa" mood="hopeful">Yes. Exactly.</Consequence>
    <Feedback>She hears that you heard.</Feedback>
  </Choice>
  <Choice id="name-please" to="leaves" misses="listening" set="patience -= 1">
    Name, please?
    <Consequence by="rosa" mood="angry">I gave it twice.</Consequence>
    <Feedback>She has to begin again.</Feedback>
  </Choice>
</Scene>

<Ending id="thanks" outcome="passed" title="Heard">
  <Line by="rosa" mood="relieved">Thank you.</Line>
  <Felt>Somebody listened.</Felt>
  <Tonight>They found it in the end.</Tonight>
</Ending>
<Ending id="leaves" outcome="failed" title="Gone">
  <Line by="rosa" mood="angry">Never mind.</Line>
  <Felt>Like a number.</Felt>
  <Tonight>Do not go there.</Tonight>
</Ending>
`;
}

export const courseFile = `title: Listening
summary: Hear it before you solve it.
order: 1
behaviours: [listening]
`;

export const pathFile = `title: Your first days
summary: One lesson and one conversation.
steps:
  - { lesson: basics/say-it-back, dueAfterDays: 0 }
  - { scenario: parcel, dueAfterDays: 2 }
`;

export const lessonPlace = "courses/basics/01-say-it-back/index.mdx";
export const scenarioPlace = "scenarios/parcel/index.mdx";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export class ContentFolder {
  readonly path = mkdtempSync(join(tmpdir(), "rapport-content-"));

  constructor(files: Files) {
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string | Uint8Array): void {
    const target = join(this.path, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  /** As editors do that write beside the file and then put the new one in its place. */
  saveAtomically(file: string, text: string): void {
    this.write(`${file}.new~`, text);
    renameSync(join(this.path, `${file}.new~`), join(this.path, file));
  }

  remove(file: string): void {
    rmSync(join(this.path, file), { recursive: true });
  }

  /** Takes the whole folder away. */
  clear(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A folder of these files for one test. */
export function aFolderOf(files: Files): ContentFolder {
  const folder = new ContentFolder(files);
  onTestFinished(() => folder.clear());
  return folder;
}

/** One course of one lesson, its scenario, a path and two behaviours; all of it right. */
export const contentFiles: Files = {
  "behaviours.yml": behavioursFile,
  "courses/basics/course.yml": courseFile,
  [lessonPlace]: lessonFile(),
  [scenarioPlace]: scenarioFile(),
  "paths/onboarding.yml": pathFile,
};

export function aContentFolder(changes: Files = {}): ContentFolder {
  return aFolderOf({ ...contentFiles, ...changes });
}
