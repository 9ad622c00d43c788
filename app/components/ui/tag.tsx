import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const looks = {
  plain: "border-line-strong text-ink-soft",
  behaviour: "border-transparent bg-accent-soft text-ink",
  success: "border-success bg-success-ground text-success",
  warning: "border-warning bg-warning-ground text-warning",
  danger: "border-danger bg-danger-ground text-danger",
  info: "border-info bg-info-ground text-info",
} as const;

interface TagProps {
  readonly look?: keyof typeof looks;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A word or two about something: a behaviour, a state. */
export function Tag({ look = "plain", icon, children }: TagProps) {
  return (
    <span
      className={`edged inline-flex max-w-full items-center gap-1.5 rounded-sm border px-2 py-0.5 font-sans text-sm leading-snug font-medium ${looks[look]}`}
    >
      {icon ? <Icon name={icon} className="size-4" /> : null}
      {children}
    </span>
  );
}

interface BehaviourTagsProps {
  readonly behaviours: readonly string[];
  /** What the list is, for those who hear it. */
  readonly label?: string;
}

export function BehaviourTags({ behaviours, label = "Behaviours" }: BehaviourTagsProps) {
  if (behaviours.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {behaviours.map((name) => (
        <li key={name} className="max-w-full">
          <Tag look="behaviour">{name}</Tag>
        </li>
      ))}
    </ul>
  );
}
