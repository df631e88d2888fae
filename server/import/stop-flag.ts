/** A flag that one thread raises and another one looks at, in the middle of its work. */
export type StopFlag = Int32Array<SharedArrayBuffer>;

const AT = 0;

/** A flag that is down. */
export function stopFlag(): StopFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Raises a flag, or takes it down. */
export function setFlag(flag: StopFlag, up: boolean): void {
  Atomics.store(flag, AT, up ? 1 : 0);
}

/** Whether a flag is up. */
export function isRaised(flag: StopFlag): boolean {
  return Atomics.load(flag, AT) === 1;
}
