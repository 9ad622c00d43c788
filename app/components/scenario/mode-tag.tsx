import { Tag } from "~/components/ui/tag";

interface ModeTagProps {
  readonly mode: "practice" | "official";
  /** The person lets others see it. */
  readonly shared: boolean;
}

/** What kind of run it is, and whether anybody else may see it. */
export function ModeTag({ mode, shared }: ModeTagProps) {
  if (mode === "official") {
    return (
      <Tag look="info" icon="flag">
        {shared ? "Official run, shared" : "Official run"}
      </Tag>
    );
  }
  return shared ? (
    <Tag icon="people">Practice, shared</Tag>
  ) : (
    <Tag icon="lock">Practice, private</Tag>
  );
}
