import type { Mood } from "~/core/scenario/definition";

/** A face in lines on a grid of 64; the head is centred at 32, 28. */
interface Face {
  readonly brows: string;
  readonly eyes: string;
  readonly mouth: string;
  /** The ground behind the head. It repeats the mood; the word beside it says it. */
  readonly ground: string;
}

const openEyes = "M27.5 27.4v1.4M36.5 27.4v1.4";
const lowEyes = "M25.6 28.2q1.9 1.2 3.8 0M34.6 28.2q1.9 1.2 3.8 0";
const gladEyes = "M25.6 28.6q1.9-2.6 3.8 0M34.6 28.6q1.9-2.6 3.8 0";

export const faces: Record<Mood, Face> = {
  furious: {
    brows: "M24.5 22.5l5.5 2.5M39.5 22.5L34 25",
    eyes: openEyes,
    mouth: "M27.5 37v-2.5h9V37z",
    ground: "fill-portrait-cross",
  },
  angry: {
    brows: "M24.5 23l5.3 1.8M39.5 23l-5.3 1.8",
    eyes: openEyes,
    mouth: "M28 36q4-2.6 8 0",
    ground: "fill-portrait-cross",
  },
  upset: {
    brows: "M24.5 24.8l5-2.3M39.5 24.8l-5-2.3",
    eyes: openEyes,
    mouth: "M27.8 36.4q4.2-3.2 8.4 0",
    ground: "fill-portrait-sad",
  },
  worried: {
    brows: "M24.5 24.2l4.8-1.7M39.5 24.2l-4.8-1.7",
    eyes: openEyes,
    mouth: "M28 35.6q2-1.6 4 0t4 0",
    ground: "fill-portrait-sad",
  },
  tired: {
    brows: "M24.8 23.8h4.4M34.8 23.8h4.4",
    eyes: lowEyes,
    mouth: "M28.8 35.4h6.4",
    ground: "fill-portrait-calm",
  },
  neutral: {
    brows: "M24.8 23.4q2.2-1 4.4 0M34.8 23.4q2.2-1 4.4 0",
    eyes: openEyes,
    mouth: "M28.5 35h7",
    ground: "fill-portrait-calm",
  },
  hopeful: {
    brows: "M24.8 22.6q2.2-1.6 4.4-.4M39.2 22.6q-2.2-1.6-4.4-.4",
    eyes: openEyes,
    mouth: "M28.5 34.6q3.5 1.6 7 0",
    ground: "fill-portrait-glad",
  },
  relieved: {
    brows: "M24.8 23q2.2-1.4 4.4 0M34.8 23q2.2-1.4 4.4 0",
    eyes: lowEyes,
    mouth: "M28 34.2q4 2.8 8 0",
    ground: "fill-portrait-glad",
  },
  warm: {
    brows: "M24.8 22.8q2.2-1.4 4.4 0M34.8 22.8q2.2-1.4 4.4 0",
    eyes: openEyes,
    mouth: "M27.5 33.8q4.5 4 9 0",
    ground: "fill-portrait-bright",
  },
  delighted: {
    brows: "M24.8 22.2q2.2-1.6 4.4 0M34.8 22.2q2.2-1.6 4.4 0",
    eyes: gladEyes,
    mouth: "M27.2 33.4h9.6q-.6 4.6-4.8 4.6t-4.8-4.6z",
    ground: "fill-portrait-bright",
  },
};

/** What people wear: the colours of `core/scenario/dress`. */
export const shirts = [
  "fill-mine",
  "fill-accent",
  "fill-ink-soft",
  "fill-info",
  "fill-danger",
] as const;

/** How it is cut: lines and grounds over the shirt. */
export const cuts = [
  null,
  { d: "M10 56.5q22-5.5 44 0M10 61.5q22-5.5 44 0", look: "stroke-portrait-paper" },
  { d: "M25.5 46.9L32 54.5l6.5-7.6", look: "fill-portrait-paper" },
  { d: "M9 58q23-6.4 46 0l1 4.6q-24-6.4-48 0z", look: "fill-portrait-paper" },
] as const;
