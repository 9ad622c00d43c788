import { useLessonState } from "~/components/lesson/lesson-state";
import { Tag } from "~/components/ui/tag";
import { WholeWords } from "~/components/ui/whole-words";

interface RuleCodeProps {
  readonly behaviour: string;
  /** Reads on after "When". */
  readonly when: string;
  /** Reads on after "then". */
  readonly then: string;
}

/** A behaviour as a rule to act by: small enough to carry in the head. */
export function RuleCode({ behaviour, when, then }: RuleCodeProps) {
  const { behaviours } = useLessonState();
  const name = behaviours[behaviour] ?? behaviour;
  return (
    <aside aria-label={`Rule: ${name}`} className="plate rule-code">
      <p className="mb-3">
        <Tag look="behaviour">{name}</Tag>
      </p>
      <p className="rule-line">
        <span className="rule-word">When</span> <WholeWords text={when} />,
      </p>
      <p className="rule-line">
        <span className="rule-word">then</span> <WholeWords text={then} />.
      </p>
    </aside>
  );
}
