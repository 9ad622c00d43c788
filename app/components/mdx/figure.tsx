import { useLessonState } from "~/components/lesson/lesson-state";

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
      {caption ? <figcaption className="mt-2.5 text-sm text-ink-soft">{caption}</figcaption> : null}
    </figure>
  );
}
