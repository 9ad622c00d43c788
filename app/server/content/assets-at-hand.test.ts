import { expect, test } from "vitest";
import { AssetsAtHand } from "~/server/content/assets-at-hand.server";

/** Room for two files of ten bytes, and what was read. */
function twoAtHand() {
  const reads: string[] = [];
  const read = async (hash: string) => {
    reads.push(hash);
    return Promise.resolve(hash === "none" ? null : new Uint8Array(10));
  };
  return { files: new AssetsAtHand(read, 20), reads };
}

test("a file is read once, and what was read first makes room for others", async () => {
  const { files, reads } = twoAtHand();
  for (const hash of ["a", "b", "a", "c", "b", "c", "a"]) await files.find(hash);
  expect(reads).toEqual(["a", "b", "c", "a"]);
});

test("a file that two ask for at once takes its room once", async () => {
  const { files, reads } = twoAtHand();
  await Promise.all([files.find("a"), files.find("a"), files.find("a")]);
  await files.find("b");
  reads.length = 0;
  for (const hash of ["a", "b", "a", "b"]) await files.find(hash);
  expect(reads).toEqual([]);
});

test("a file that is not there is not held", async () => {
  const { files, reads } = twoAtHand();
  expect(await files.find("none")).toBeNull();
  expect(await files.find("none")).toBeNull();
  expect(reads).toEqual(["none", "none"]);
});
