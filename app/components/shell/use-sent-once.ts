import { useNavigation } from "@remix-run/react";
import { useRef, type FormEvent } from "react";

/** Milliseconds. A second press comes before the page knows of the first. */
const doublePress = 1000;

function pressedIn({ nativeEvent }: FormEvent<HTMLFormElement>): HTMLElement | null {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
}

/** For a form that makes something: a second press of a button while the first is on its way sends nothing. */
export function useSentOnce(): (event: FormEvent<HTMLFormElement>) => void {
  const { state } = useNavigation();
  const last = useRef<{ readonly at: number; readonly by: HTMLElement | null } | null>(null);
  return (event) => {
    const [at, by] = [event.timeStamp, pressedIn(event)];
    const isSecond = last.current?.by === by && at - last.current.at < doublePress;
    if (state !== "idle" || isSecond) event.preventDefault();
    else last.current = { at, by };
  };
}
