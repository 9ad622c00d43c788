import { Notice } from "~/components/ui/notice";
import type { ReplayOwner } from "./replay-trail";

interface OwnersNoteProps {
  readonly owner: ReplayOwner;
  readonly mode: "practice" | "official";
}

/** To somebody who reads another's run: whose it is, and why they may. */
export function OwnersNote({ owner, mode }: OwnersNoteProps) {
  const run = mode === "official" ? "official run" : "practice";
  return (
    <div className="mt-6">
      <Notice meaning="info" title={`${owner.name}’s ${run}`}>
        {owner.announced
          ? "Its course says before a run begins that you see it afterwards."
          : `${owner.name} shared it with you and can take it back.`}{" "}
        Look at it together: ask before you tell.
      </Notice>
    </div>
  );
}
