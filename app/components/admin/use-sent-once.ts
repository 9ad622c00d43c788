import { useActionData, useNavigation } from "@remix-run/react";
import { useRef, type FormEvent } from "react";

/** Milliseconds. A second press comes before the page knows of the first. */
const doublePress = 1000;

interface Press {
  readonly at: number;
  readonly by: HTMLElement | null;
  /** The answer that stood on the page. */
  readonly answer: unknown;
}

function pressedIn({ nativeEvent }: FormEvent<HTMLFormElement>): HTMLElement | null {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
}

/** The same button, soon after, with nothing answered in between. */
function isSecond(before: Press | null, { at, by, answer }: Press): boolean {
  return before?.by === by && before.answer === answer && at - before.at < doublePress;
}

/** For a form that makes something: a second press of a button while the first is on its way sends nothing. */
export function useSentOnce(): (event: FormEvent<HTMLFormElement>) => void {
  const { state } = useNavigation();
  const answer: unknown = useActionData();
  const last = useRef<Press | null>(null);
  return (event) => {
    const press = { at: event.timeStamp, by: pressedIn(event), answer };
    if (state !== "idle" || isSecond(last.current, press)) event.preventDefault();
    else last.current = press;
  };
}
