import { outcomeWords } from "~/components/course/goal-words";
import { DateText } from "~/components/ui/date-text";
import { goalSentence } from "~/core/course/goal-sentence";
import { countInWords, listInWords } from "~/core/prose/in-words";
import { OwnWords } from "./own-words";

export interface LessonData {
  readonly lessonId: string;
  readonly title: string;
  readonly answers: number;
  readonly goals: readonly {
    readonly id: string;
    readonly when: string;
    readonly will: string;
    readonly at: string;
    readonly outcome: string | null;
  }[];
  readonly reflections: readonly {
    readonly id: string;
    readonly text: string;
    readonly at: string;
  }[];
  readonly ratings: number;
}

interface OwnLessonDataProps {
  readonly lessons: readonly LessonData[];
  readonly timeZone: string;
}

/** What a hand wrote there instead is shown as it is. */
function reviewInWords(outcome: string): string {
  const words: Readonly<Record<string, string>> = outcomeWords;
  return words[outcome] ?? outcome;
}

function countsOf({ answers, ratings }: LessonData): string {
  return listInWords([
    ...(answers > 0 ? [`${countInWords(answers, "answer")} to questions`] : []),
    ...(ratings > 0 ? [`${countInWords(ratings, "time")} how sure I was`] : []),
  ]);
}

/** Lesson by lesson: how much was answered, and every goal and reflection in one's own words. */
export function OwnLessonData({ lessons, timeZone }: OwnLessonDataProps) {
  return (
    <ul className="space-y-6">
      {lessons.map((lesson) => (
        <li key={lesson.lessonId}>
          <h3 className="text-base font-medium">{lesson.title}</h3>
          <p className="text-sm text-ink-soft">{countsOf(lesson)}</p>
          {lesson.goals.map(({ id, when, will, at, outcome }) => (
            <OwnWords key={id}>
              {goalSentence({ when, will }, "When")}
              <footer className="font-sans text-sm text-ink-soft">
                Goal, <DateText value={at} timeZone={timeZone} />
                {outcome === null ? "" : `: ${reviewInWords(outcome)}`}
              </footer>
            </OwnWords>
          ))}
          {lesson.reflections.map(({ id, text, at }) => (
            <OwnWords key={id}>
              {text}
              <footer className="font-sans text-sm text-ink-soft">
                Reflection, <DateText value={at} timeZone={timeZone} />
              </footer>
            </OwnWords>
          ))}
        </li>
      ))}
    </ul>
  );
}
