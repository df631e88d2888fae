/** Texts or bytes as the body of an answer, made as the reader takes them; an error on the way breaks the answer off. */
export function byteStream(chunks: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next: IteratorResult<string | Uint8Array, unknown> = await iterator.next();
      if (next.done === true) controller.close();
      else
        controller.enqueue(
          typeof next.value === 'string' ? encoder.encode(next.value) : next.value,
        );
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
