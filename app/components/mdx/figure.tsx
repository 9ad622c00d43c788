import { useLessonState } from "~/components/lesson/lesson-state";
import { WholeWords } from "~/components/ui/whole-words";

interface FigureProps {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
}

export function Figure({ src, alt, caption }: FigureProps) {
  const asset = useLessonState().assets[src];
  return (
    <figure className="plate">
      <div className="edged overflow-hidden rounded-lg bg-well p-4 sm:p-6">
        <img
          src={asset?.href ?? src}
          alt={alt}
          width={asset?.width}
          height={asset?.height}
          loading="lazy"
          decoding="async"
          className="mx-auto h-auto max-w-full"
        />
      </div>
      {caption ? (
        <figcaption className="mt-2.5 text-sm text-ink-soft">
          <WholeWords text={caption} />
        </figcaption>
      ) : null}
    </figure>
  );
}
