import { ExercisePlate, useTyped } from "~/components/lesson/exercise-plate";
import type { SpotState } from "~/components/lesson/exercise-state";
import { useLessonState } from "~/components/lesson/lesson-state";
import { Told } from "~/components/lesson/told";
import { Icon } from "~/components/ui/icon";
import { ProseRun } from "~/components/ui/prose-text";

/** A message in which sentences are marked, as with a highlighter. */
export function Spot({ id }: { readonly id: string }) {
  const exercise = useLessonState().exercises[id];
  if (exercise?.kind !== "spot") return null;
  return (
    <ExercisePlate
      id={id}
      exercise={exercise}
      icon="highlighter"
      kind="Spot the sign"
      hint="Mark each sentence that shows it. There may be one, or several."
    >
      <div className="message">
        <p className="message-head">
          <Icon name={exercise.subject === null ? "chat" : "email"} className="size-5" />
          <span className="min-w-0">
            <span className="font-medium text-ink">{exercise.from}</span>
            {exercise.subject === null ? null : <span className="block">{exercise.subject}</span>}
          </span>
        </p>
        {exercise.right === null ? (
          <MarkableMessage id={id} exercise={exercise} />
        ) : (
          <MarkedMessage exercise={exercise} />
        )}
      </div>
      {exercise.right === null ? null : <Notes exercise={exercise} />}
    </ExercisePlate>
  );
}

type Part = SpotState["parts"][number];

function paragraphsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const paragraphs: Part[][] = [];
  for (const part of parts) {
    const present = paragraphs.at(-1);
    if (present === undefined || part.paragraph) paragraphs.push([part]);
    else present.push(part);
  }
  return paragraphs;
}

interface MarkableMessageProps {
  readonly id: string;
  readonly exercise: SpotState;
}

function MarkableMessage({ id, exercise }: MarkableMessageProps) {
  const marked = useTyped(id)["mark"]?.split(" ") ?? [];
  return (
    <div className="message-words" role="group" aria-label="The message, sentence by sentence">
      {paragraphsOf(exercise.parts).map((sentences, at) => (
        <p key={at}>
          {sentences.map((sentence, index) =>
            sentence.id === null ? (
              <span key={index}>
                <ProseRun prose={sentence.text} />{" "}
              </span>
            ) : (
              <label key={index} className="sentence">
                <input
                  type="checkbox"
                  name="mark"
                  value={sentence.id}
                  defaultChecked={marked.includes(sentence.id)}
                />
                <span className="sentence-words">
                  <ProseRun prose={sentence.text} />
                </span>{" "}
              </label>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

/** Sentences with something to say about them. */
function noted(exercise: SpotState): readonly Part[] {
  return exercise.parts.filter(({ told }) => told !== null);
}

function MarkedMessage({ exercise }: { readonly exercise: SpotState }) {
  const notes = noted(exercise);
  return (
    <div className="message-words">
      {paragraphsOf(exercise.parts).map((sentences, at) => (
        <p key={at}>
          {sentences.map((sentence, index) => {
            const number = notes.indexOf(sentence) + 1;
            const words = <ProseRun prose={sentence.text} />;
            if (number === 0) return <span key={index}>{words} </span>;
            return (
              <span key={index}>
                {sentence.told?.sign === true ? (
                  <mark className="sign">{words}</mark>
                ) : (
                  <span className="no-sign">{words}</span>
                )}
                <sup className="note-number">{number}</sup>{" "}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function verdictOf({ sign, marked }: { readonly sign: boolean; readonly marked: boolean }) {
  if (sign) return marked ? "This is one, and you saw it." : "This is one. You passed over it.";
  return marked ? "You marked this. It is not one." : "Not one, and you left it.";
}

function Notes({ exercise }: { readonly exercise: SpotState }) {
  return (
    <ol className="note-list">
      {noted(exercise).map(({ told }, index) =>
        told === null ? null : (
          <li key={index} className="keep-together">
            <Told
              right={told.sign === told.marked}
              verdict={verdictOf(told)}
              feedback={told.feedback}
            />
          </li>
        ),
      )}
    </ol>
  );
}
