import { Card } from "~/components/ui/card";
import type { Behaviour, Vocabulary } from "~/core/behaviour/behaviour";

/** Every behaviour with its rule, what one would see, and what it is mistaken for. */
export function VocabularyOutline({ all }: { readonly all: Vocabulary }) {
  return (
    <ul className="space-y-5">
      {all.map((behaviour) => (
        <BehaviourSheet key={behaviour.tag} {...behaviour} />
      ))}
    </ul>
  );
}

function BehaviourSheet({ tag, name, rule, signs, counterExamples }: Behaviour) {
  return (
    <Card as="li" labelledBy={tag} className="keep-together">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={tag} className="text-xl">
          {name}
        </h2>
        <code className="font-mono text-sm wrap-anywhere text-ink-soft">{tag}</code>
      </div>
      <p className="mt-2 max-w-talk font-serif text-lg">{rule}</p>
      <div className="mt-4 grid gap-x-10 gap-y-4 md:grid-cols-2">
        <Seen heading="Signs" lines={signs} />
        <Seen heading="Counter-examples" lines={counterExamples} />
      </div>
    </Card>
  );
}

function Seen({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="font-sans text-sm font-medium text-ink-soft">{heading}</h3>
      <ul className="mt-1.5 list-disc space-y-1 ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
