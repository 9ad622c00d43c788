import { useState } from "react";
import type { PreviewedList } from "./import-preview";

/** The preview that came back; the one before it where what was sent since did not get through. */
export function useLastPreview(
  preview: PreviewedList | null,
  isUnsent: boolean,
): PreviewedList | null {
  const [last, keep] = useState<PreviewedList | null>(null);
  if (isUnsent) return last;
  if (preview !== last) keep(preview);
  return preview;
}
