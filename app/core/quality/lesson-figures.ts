/** What can be counted about a lesson, and how it compares with what lessons are meant to be. */
import { countInWords } from "../prose/in-words";
import { readingAge } from "../prose/reading-age";
import { secondsToRead } from "../prose/reading-time";

/** The words of a lesson, as somebody meets them who reads it from the top. */
export interface LessonText {
  /** What everybody reads, a paragraph, item, line or option each. */
  readonly passages: readonly string[];
  /** For each question, the feedbacks of its options; a reader sees one of them. */
  readonly feedbacks: readonly (readonly string[])[];
  /** Names of the elements it is made of, as often as they stand there. */
  readonly elements: readonly string[];
}

export interface LessonFigures {
  /** `<course>/<lesson>`. */
  readonly lesson: string;
  /** Minutes as the author states them. */
  readonly declaredMinutes: number;
  /** Minutes to read it, answer its questions, and write the reflection and the goal. */
  readonly minutes: number;
  /** In years, by FORCAST. */
  readonly readingAge: number;
  /** In years, by Flesch-Kincaid. */
  readonly fleschKincaid: number;
  /** A bad and a good version of the same moment. */
  readonly hasModels: boolean;
  readonly ruleCodes: number;
  /** Questions whose answer is not on the screen. */
  readonly questions: number;
  readonly hasGoal: boolean;
}

/** Elements that ask something whose answer is not on the screen. */
const asking = ["Check", "Sort", "Order", "Spot"];
const SECONDS_A_QUESTION = 15;
/** A sentence or two, on a phone. */
const SECONDS_TO_WRITE = 30;

/** What can be counted of a lesson; `minutes` is how long it takes to read and answer, not rounded. */
export function lessonFigures(
  lesson: { readonly id: string; readonly minutes: number },
  text: LessonText,
): LessonFigures {
  const count = (name: string) => text.elements.filter((element) => element === name).length;
  const age = readingAge([...text.passages, ...text.feedbacks.flat()]);
  const feedback = text.feedbacks.reduce(
    (sum, own) => sum + secondsToRead(own) / Math.max(1, own.length),
    0,
  );
  const questions = asking.reduce((sum, name) => sum + count(name), 0);
  const seconds =
    secondsToRead(text.passages) +
    feedback +
    questions * SECONDS_A_QUESTION +
    (count("Reflection") + count("Goal")) * SECONDS_TO_WRITE;
  return {
    lesson: lesson.id,
    declaredMinutes: lesson.minutes,
    minutes: seconds / 60,
    readingAge: age.forcast,
    fleschKincaid: age.fleschKincaid,
    hasModels: count("BadModel") > 0 && count("GoodModel") > 0,
    ruleCodes: count("RuleCode"),
    questions,
    hasGoal: count("Goal") > 0,
  };
}

const lessonAims = {
  minutes: [4, 9],
  /** How far the stated minutes may be from the counted ones. */
  minutesApart: 1,
  readingAge: [12, 14],
  mostFleschKincaid: 14,
} as const;

/** What the lesson lacks, a sentence each; none where it is as lessons are meant to be. */
export function lessonShortfalls(own: LessonFigures): readonly string[] {
  const [least, most] = lessonAims.minutes;
  const [youngest, oldest] = lessonAims.readingAge;
  const shortfalls: readonly (readonly [boolean, string])[] = [
    [
      own.minutes < least || own.minutes > most,
      `takes ${own.minutes.toFixed(1)} minutes, not ${least} to ${most}`,
    ],
    [
      Math.abs(own.minutes - own.declaredMinutes) > lessonAims.minutesApart,
      `says ${countInWords(own.declaredMinutes, "minute")} and takes ${own.minutes.toFixed(1)}`,
    ],
    [
      own.readingAge < youngest || own.readingAge > oldest,
      `has a reading age of ${own.readingAge.toFixed(1)}, not ${youngest} to ${oldest}`,
    ],
    [
      own.fleschKincaid > lessonAims.mostFleschKincaid,
      `has sentences for an age of ${own.fleschKincaid.toFixed(1)}`,
    ],
    [!own.hasModels, "shows no bad and good version of one moment"],
    [own.ruleCodes === 0, "gives no rule to remember"],
    [own.questions === 0, "asks nothing from memory"],
    [!own.hasGoal, "ends in no goal"],
  ];
  return shortfalls.flatMap(([isShort, sentence]) =>
    isShort ? [`${own.lesson} ${sentence}.`] : [],
  );
}
