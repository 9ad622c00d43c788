/** Sends text as it is made, no faster than it is taken. */

/**
 * The first two pieces are made before the answer begins, so that trouble with the database is
 * still an error page; trouble later breaks the download off, and never ends it as if it were whole.
 */
export async function streamOf(
  pieces: AsyncGenerator<string, void, undefined>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const first = [await pieces.next(), await pieces.next()];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = first.shift() ?? (await pieces.next());
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
