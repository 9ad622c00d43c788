import { useLessonState } from "~/components/lesson/lesson-state";

interface PictureProps {
  readonly src?: string;
  readonly alt?: string;
}

/** A picture in the running text, as Markdown writes it. */
export function Picture({ src = "", alt = "" }: PictureProps) {
  const { assets } = useLessonState();
  const asset = assets[src] ?? assets[`./${src}`];
  return (
    <img
      src={asset?.href ?? src}
      alt={alt}
      width={asset?.width}
      height={asset?.height}
      loading="lazy"
      decoding="async"
      className="h-auto max-w-full"
    />
  );
}
