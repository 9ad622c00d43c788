import { Link } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Progress } from "~/components/ui/progress";
import { BehaviourTags } from "~/components/ui/tag";

export interface CourseCardProps {
  readonly title: string;
  readonly summary: string;
  readonly to: string;
  readonly behaviours: readonly string[];
  readonly complete: number;
  readonly steps: number;
}

export function CourseCard({ title, summary, to, behaviours, complete, steps }: CourseCardProps) {
  return (
    <Card as="article" className="flex h-full flex-col">
      <h2 className="text-xl">
        <Link to={to} className="underline-offset-4 after:absolute after:inset-0 hover:underline">
          {title}
        </Link>
      </h2>
      <p className="mt-2 grow text-ink-soft">{summary}</p>
      <div className="mt-4">
        <BehaviourTags behaviours={behaviours} />
      </div>
      <div className="mt-5">
        <Progress
          label={`Steps of ${title}`}
          hideLabel
          value={complete}
          max={steps}
          words={complete === steps ? "Complete" : `${complete} of ${steps} steps`}
        />
      </div>
    </Card>
  );
}
