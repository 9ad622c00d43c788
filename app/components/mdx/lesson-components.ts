import { Aside } from "./aside";
import { Check } from "./check";
import { Dialogue } from "./dialogue";
import { Figure } from "./figure";
import { Goal } from "./goal";
import { BadModel, GoodModel, Models } from "./models";
import { Order } from "./order";
import { Picture } from "./picture";
import { Rating } from "./rating";
import { Reflection } from "./reflection";
import { RolePlay } from "./role-play";
import { RuleCode } from "./rule-code";
import { Sort } from "./sort";
import { Spot } from "./spot";
import { Said, Transcript, Why } from "./transcript";
import { After, Before, Wording } from "./wording";

/** The closed set of components that a lesson may use, by the names it uses for them. */
export const lessonComponents = {
  After,
  Aside,
  BadModel,
  Before,
  Check,
  Dialogue,
  Figure,
  Goal,
  GoodModel,
  Models,
  Order,
  Rating,
  Reflection,
  RolePlay,
  RuleCode,
  Said,
  Sort,
  Spot,
  Transcript,
  Why,
  Wording,
  /** Markdown's own pictures. */
  img: Picture,
} as const;
