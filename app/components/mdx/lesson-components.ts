import { lazy, type ComponentType } from "react";
import { Aside } from "./aside";
import { Check } from "./check";
import { Figure } from "./figure";
import { Goal } from "./goal";
import { BadModel, GoodModel, Models } from "./models";
import { Picture } from "./picture";
import type { rarerComponents } from "./rarer-components";
import { Rating } from "./rating";
import { Reflection } from "./reflection";
import { RolePlay } from "./role-play";
import { RuleCode } from "./rule-code";
import { Said, Why } from "./said";

type Rarer = keyof typeof rarerComponents;

/** The server's HTML stays in place until it is there (`lesson-body.tsx`). */
function later(name: Rarer) {
  return lazy(async () => {
    const { rarerComponents: loaded, rarerSheet } = await import("./rarer-components");
    await rarerSheet();
    return { default: loaded[name] as ComponentType<object> };
  });
}

const rarer: Readonly<Record<Rarer, ReturnType<typeof later>>> = {
  After: later("After"),
  Before: later("Before"),
  Dialogue: later("Dialogue"),
  Order: later("Order"),
  Sort: later("Sort"),
  Spot: later("Spot"),
  Transcript: later("Transcript"),
  Wording: later("Wording"),
};

/** The closed set of components that a lesson may use, by the names it uses for them. */
export const lessonComponents = {
  Aside,
  BadModel,
  Check,
  Figure,
  Goal,
  GoodModel,
  Models,
  Rating,
  Reflection,
  RolePlay,
  RuleCode,
  Said,
  Why,
  /** Markdown's own pictures. */
  img: Picture,
  ...rarer,
} as const;
