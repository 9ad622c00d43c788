import { Aside } from "./aside";
import { Check } from "./check";
import { Figure } from "./figure";
import { Goal } from "./goal";
import { BadModel, GoodModel, Models, Said } from "./models";
import { Picture } from "./picture";
import { Reflection } from "./reflection";
import { RolePlay } from "./role-play";
import { RuleCode } from "./rule-code";

/** The closed set of components that a lesson may use, by the names it uses for them. */
export const lessonComponents = {
  Aside,
  BadModel,
  Check,
  Figure,
  Goal,
  GoodModel,
  Models,
  Reflection,
  RolePlay,
  RuleCode,
  Said,
  /** Markdown's own pictures. */
  img: Picture,
} as const;
