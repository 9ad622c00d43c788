import { useState } from "react";
import { ExercisePlate, useTyped } from "~/components/lesson/exercise-plate";
import type { OrderState } from "~/components/lesson/exercise-state";
import { useLessonState } from "~/components/lesson/lesson-state";
import { Told } from "~/components/lesson/told";
import { useHydrated } from "~/components/lesson/use-hydrated";
import { Icon } from "~/components/ui/icon";
import { ProseInline, ProseText } from "~/components/ui/prose-text";
import { plainText } from "~/core/prose/prose";

/** Steps to put in order: moved up and down, or numbered where there is no script. */
export function Order({ id }: { readonly id: string }) {
  const exercise = useLessonState().exercises[id];
  const hydrated = useHydrated();
  if (exercise?.kind !== "order") return null;
  return (
    <ExercisePlate
      id={id}
      exercise={exercise}
      icon="order"
      kind="Put in order"
      hint={
        hydrated
          ? "Move each step up or down until the order is right."
          : "Give each step its number."
      }
    >
      {exercise.right !== null ? (
        <Ordered exercise={exercise} />
      ) : hydrated ? (
        <MovableSteps id={id} exercise={exercise} />
      ) : (
        <NumberedSteps id={id} exercise={exercise} />
      )}
    </ExercisePlate>
  );
}

interface StepsProps {
  readonly id: string;
  readonly exercise: OrderState;
}

function NumberedSteps({ id, exercise: { parts } }: StepsProps) {
  const typed = useTyped(id);
  return (
    <ol className="order-list">
      {parts.map((part) => (
        <li key={part.id} className="order-step">
          <label className="contents">
            <select
              name={`place:${part.id}`}
              defaultValue={typed[part.id] ?? ""}
              required
              className="order-place"
            >
              <option value="">–</option>
              {parts.map((other, at) => (
                <option key={other.id} value={at + 1}>
                  {at + 1}
                </option>
              ))}
            </select>
            <span className="order-words">
              <ProseInline prose={part.text} />
            </span>
          </label>
        </li>
      ))}
    </ol>
  );
}

/** In the order that was sent, where it came back; else as given. */
function useArranged(id: string, { parts }: OrderState) {
  const typed = useTyped(id);
  const [order, setOrder] = useState(() =>
    parts
      .map((part, at) => ({ part: part.id, place: Number(typed[part.id] ?? at + 1) }))
      .sort((a, b) => a.place - b.place)
      .map(({ part }) => part),
  );
  const arranged = order.flatMap((name) => parts.filter((part) => part.id === name));
  return { arranged, setOrder };
}

function MovableSteps({ id, exercise }: StepsProps) {
  const { arranged, setOrder } = useArranged(id, exercise);
  const [said, setSaid] = useState("");
  const move = (from: number, to: number, button: HTMLElement) => {
    const names = arranged.map((part) => part.id);
    const [moved] = names.splice(from, 1);
    const part = arranged[from];
    if (moved === undefined || part === undefined || to < 0 || to > names.length) return;
    names.splice(to, 0, moved);
    setOrder(names);
    setSaid(`${plainText(part.text)} Now number ${to + 1} of ${arranged.length}.`);
    // The button moves with its step, and the browser lets go of what was moved.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <>
      <ol className="order-list">
        {arranged.map((part, at) => (
          <li key={part.id} className="order-step">
            <input type="hidden" name={`place:${part.id}`} value={at + 1} />
            <span className="order-number" aria-hidden="true">
              {at + 1}
            </span>
            <span className="order-words" id={`${id}-${part.id}`}>
              <ProseInline prose={part.text} />
            </span>
            <span className="order-moves">
              <MoveButton
                direction="up"
                step={`${id}-${part.id}`}
                ends={at === 0}
                onMove={(button) => move(at, at - 1, button)}
              />
              <MoveButton
                direction="down"
                step={`${id}-${part.id}`}
                ends={at === arranged.length - 1}
                onMove={(button) => move(at, at + 1, button)}
              />
            </span>
          </li>
        ))}
      </ol>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

interface MoveButtonProps {
  readonly direction: "up" | "down";
  /** The id of the words that it moves. */
  readonly step: string;
  /** There is nowhere further to go. */
  readonly ends: boolean;
  readonly onMove: (button: HTMLElement) => void;
}

function MoveButton({ direction, step, ends, onMove }: MoveButtonProps) {
  const id = `${step}-${direction}`;
  return (
    <button
      type="button"
      id={id}
      aria-label={`Move ${direction}`}
      aria-describedby={step}
      aria-disabled={ends || undefined}
      className="order-move"
      onClick={(event) => {
        if (!ends) onMove(event.currentTarget);
      }}
    >
      <Icon name={direction === "up" ? "arrow-up" : "arrow-down"} className="size-5" />
    </button>
  );
}

function Ordered({ exercise: { parts } }: { readonly exercise: OrderState }) {
  return (
    <ol className="order-list">
      {parts.map(({ id, text, told }, at) => (
        <li key={id} className="order-step order-step-told keep-together">
          <span className="order-number" aria-hidden="true">
            {at + 1}
          </span>
          <div className="min-w-0">
            <ProseText prose={text} className="order-words" />
            {told === null ? null : (
              <Told
                right={told.yours === String(at + 1)}
                verdict={
                  told.yours === String(at + 1)
                    ? "You put it here."
                    : `You put it in place ${told.yours}.`
                }
                feedback={told.feedback}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
