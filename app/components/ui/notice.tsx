import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type NoticeMeaning = "info" | "success" | "warning" | "danger";

const meanings: Record<NoticeMeaning, { icon: IconName; word: string; look: string }> = {
  info: {
    icon: "info",
    word: "Good to know",
    look: "bg-info-ground [--tone:var(--color-info)]",
  },
  success: {
    icon: "check",
    word: "Done",
    look: "bg-success-ground [--tone:var(--color-success)]",
  },
  warning: {
    icon: "warning",
    word: "Take care",
    look: "bg-warning-ground [--tone:var(--color-warning)]",
  },
  danger: {
    icon: "danger",
    word: "Something went wrong",
    look: "bg-danger-ground [--tone:var(--color-danger)]",
  },
};

interface NoticeProps {
  readonly meaning: NoticeMeaning;
  /** In place of the meaning's own word. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** A message in the page. Its meaning is an icon and a word; the colour only repeats it. */
export function Notice({ meaning, title, children }: NoticeProps) {
  const { icon, word, look } = meanings[meaning];
  return (
    <div className={`rounded-md border border-(--tone)/40 px-4 py-3 ${look}`}>
      <p className="flex items-start gap-2 font-medium text-(--tone)">
        <Icon name={icon} className="mt-[0.15em] size-5" />
        <span>{title ?? word}</span>
      </p>
      {children ? <div className="mt-1 ps-7 text-ink">{children}</div> : null}
    </div>
  );
}
