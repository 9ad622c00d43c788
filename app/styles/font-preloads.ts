/* Written by `npm run fonts`; change app/cli/fonts.ts instead. */
export const fontPreloads = [
  "/fonts/brygada-1918-normal-everyday-ac70120d.woff2",
  "/fonts/figtree-normal-everyday-a67e44fc.woff2",
];
