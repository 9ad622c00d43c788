import { ExercisePlate, useTyped } from "~/components/lesson/exercise-plate";
import type { SortState } from "~/components/lesson/exercise-state";
import { useLessonState } from "~/components/lesson/lesson-state";
import { Told } from "~/components/lesson/told";
import { ProseInline, ProseText } from "~/components/ui/prose-text";

/** Moments to put into groups: one row of choices to each moment. */
export function Sort({ id }: { readonly id: string }) {
  const exercise = useLessonState().exercises[id];
  if (exercise?.kind !== "sort") return null;
  return (
    <ExercisePlate
      id={id}
      exercise={exercise}
      icon="sort"
      kind="Sort the moments"
      hint="Choose where each one belongs."
    >
      {exercise.right === null ? (
        <SortFields id={id} exercise={exercise} />
      ) : (
        <Sorted exercise={exercise} />
      )}
    </ExercisePlate>
  );
}

interface SortFieldsProps {
  readonly id: string;
  readonly exercise: SortState;
}

function SortFields({ id, exercise: { groups, parts } }: SortFieldsProps) {
  const typed = useTyped(id);
  return (
    <div className="sort-rows">
      {parts.map((part) => (
        <fieldset key={part.id} className="sort-row">
          <legend className="sort-moment">
            <ProseInline prose={part.text} />
          </legend>
          <div className="sort-choices">
            {groups.map((group) => (
              <label key={group.id} className="sort-choice">
                <input
                  type="radio"
                  name={`place:${part.id}`}
                  value={group.id}
                  defaultChecked={typed[part.id] === group.id}
                  required
                />
                {group.title}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function Sorted({ exercise: { groups, parts } }: { readonly exercise: SortState }) {
  const titleOf = (id: string) => groups.find((group) => group.id === id)?.title ?? id;
  return (
    <div className="space-y-6">
      {groups.map((group) => {
        const mine = parts.filter(({ told }) => told?.belongs === group.id);
        if (mine.length === 0) return null;
        return (
          <section key={group.id}>
            <h3 className="sorted-group">{group.title}</h3>
            <ul className="told-list">
              {mine.map(({ id, text, told }) => (
                <li key={id} className="keep-together">
                  <ProseText prose={text} className="sort-moment" />
                  {told === null ? null : (
                    <Told
                      right={told.yours === told.belongs}
                      verdict={
                        told.yours === told.belongs
                          ? "You put it here."
                          : `You put it under “${titleOf(told.yours)}”.`
                      }
                      feedback={told.feedback}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
