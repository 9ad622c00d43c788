import { useMachine } from "@xstate/react";
import { useEffect, useRef } from "react";
import { savingMachine } from "./saving.machine";

interface Signals {
  readonly seq: number;
  readonly unsent: object | null;
  readonly isBusy: boolean;
  /** The moment is here with the word that the answer to the one before was not taken. */
  readonly isRefused?: boolean;
}

/** Tells the saving machine what the page learns from its props and from the navigation. */
export function useSaving({ seq, unsent, isBusy, isRefused = false }: Signals) {
  const [snapshot, send] = useMachine(savingMachine);
  const seen = useRef({ seq, unsent, isBusy });
  useEffect(() => {
    const before = seen.current;
    seen.current = { seq, unsent, isBusy };
    if (before.seq !== seq) send({ type: isRefused ? "answer.overtaken" : "moment.changed" });
    else if (unsent !== null && before.unsent !== unsent) send({ type: "answer.lost" });
    else if (before.isBusy && !isBusy) send({ type: "answer.refused" });
  }, [seq, unsent, isBusy, isRefused, send]);
  return {
    state: snapshot.value,
    choice: snapshot.context.choice,
    choose: (choice: string) => send({ type: "choice.made", choice }),
  };
}
