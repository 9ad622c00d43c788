import { expect, test } from "vitest";
import { lessonFigures, lessonShortfalls, type LessonText } from "./lesson-figures";

const sentence = "When the customer repeats it, say back what you heard first.";
const whole: LessonText = {
  passages: Array.from({ length: 60 }, () => sentence),
  feedbacks: [[sentence, sentence, sentence]],
  elements: ["Models", "BadModel", "GoodModel", "RuleCode", "Check", "Reflection", "Goal"],
};
const lesson = { id: "welcome/say-it-back", minutes: 5 };

test("a lesson takes as long as its words at 200 a minute, its question and what is written", () => {
  const words = 61 * 11;
  expect(lessonFigures(lesson, whole).minutes).toBeCloseTo(words / 200 + (15 + 30 + 30) / 60);
});

test("of a question's feedbacks one is read", () => {
  const none = lessonFigures(lesson, { ...whole, feedbacks: [] }).minutes;
  const three = lessonFigures(lesson, whole).minutes;
  expect(three - none).toBeCloseTo(11 / 200);
});

test("a whole lesson falls short of nothing", () => {
  expect(lessonShortfalls(lessonFigures(lesson, whole))).toEqual([]);
});

test("a lesson is told what it lacks", () => {
  const bare = { passages: ["Organisational considerations."], feedbacks: [], elements: [] };
  const short = lessonShortfalls(lessonFigures(lesson, bare));
  expect(short).toEqual([
    "welcome/say-it-back takes 0.0 minutes, not 4 to 9.",
    "welcome/say-it-back says 5 minutes and takes 0.0.",
    "welcome/say-it-back has a reading age of 25.0, not 12 to 14.",
    "welcome/say-it-back has sentences for an age of 55.1.",
    "welcome/say-it-back shows no bad and good version of one moment.",
    "welcome/say-it-back gives no rule to remember.",
    "welcome/say-it-back asks nothing from memory.",
    "welcome/say-it-back ends in no goal.",
  ]);
});
