import type { PlainComponent } from "~/components/lesson/still-lesson";
import { Icon } from "~/components/ui/icon";
import { Aside } from "./aside";
import { BadModel, GoodModel, Model, Models } from "./models";
import { RarerSheet } from "./rarer-sheet";
import { Said, Why } from "./said";
import { Transcript } from "./transcript";
import { After, Before, Wording } from "./wording";

/**
 * What of a lesson's components shows its properties and nothing else. One that comes to ask a hook
 * or a context has to leave this list, and fails at its first page where it does not.
 */
export const plainComponents: ReadonlySet<PlainComponent> = new Set<PlainComponent>([
  ...[After, Aside, BadModel, Before, GoodModel, Icon, Model, Models],
  ...[RarerSheet, Said, Transcript, Why, Wording],
]);
