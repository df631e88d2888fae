/**
 * Numbers from 0 up to but without 1, the same for the same seed: Marsaglia's xorshift with 32 bits (Journal of
 * Statistical Software 8 (2003), 14).
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
