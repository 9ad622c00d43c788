/** Elements that stand among words, in the tree that Markdown is read into. */
import type { Paragraph } from "mdast";
import type { Element } from "./parts";

/** An element that stands in the middle of words, as one of them. */
export interface Inset {
  readonly type: "inset";
  readonly element: Element;
  readonly position?: Paragraph["position"];
}

declare module "mdast" {
  interface PhrasingContentMap {
    inset: Inset;
  }
  interface RootContentMap {
    inset: Inset;
  }
}
