import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { GrowingNumbers } from "./growing-numbers";

test("numbers stay as they were pushed, however many follow", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { maxLength: 5_000, size: "max" }),
      (numbers: readonly number[]) => {
        const grown = new GrowingNumbers();
        for (const number of numbers) grown.push(number);
        expect([...grown.values]).toEqual(numbers);
        expect(grown.length).toBe(numbers.length);
        expect(grown.at(numbers.length)).toBeUndefined();
      },
    ),
    { numRuns: 20 },
  );
});
