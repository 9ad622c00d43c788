import { ChoiceList } from "~/components/ui/choice-list";
import { timeSettings, type TimeSetting } from "~/core/scenario/attempt-event";
import { timeInWords } from "./time-text";

const hints: Readonly<Record<TimeSetting, string>> = {
  stated: "As it would be. When the clock runs out, the moment passes without you.",
  tenfold: "The clock is there to see, and nothing happens by itself when it runs out.",
  none: "Every moment waits for you, as long as you like.",
};

/** Nobody is timed who did not ask for it. */
export function TimeChoice({ suggested }: { readonly suggested: TimeSetting }) {
  return (
    <div className="mb-4 sm:col-span-2">
      <ChoiceList
        name="time"
        legend="Some moments here do not wait for ever. How do you want to play them?"
        legendClassName="text-lg font-serif"
        hint="It counts the same, whichever you choose."
        options={timeSettings.map((setting) => ({
          value: setting,
          label: timeInWords[setting],
          hint: hints[setting],
          checked: setting === suggested,
        }))}
      />
    </div>
  );
}
