/* Written by `npm run fonts`; change app/cli/fonts.ts instead. */
export const fontPreloads = [
  "/fonts/brygada-1918-normal-everyday-e6f4ec21.woff2",
  "/fonts/figtree-normal-everyday-1d1bb26c.woff2",
];
