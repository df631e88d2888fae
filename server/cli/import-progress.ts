import type { Imports } from '../import/create-imports.ts';
import type { ImportEvent } from '../import/watchers.ts';

/** In a file of output, a line now and then is enough. */
const LINE_EVERY_MS = 5000;
const ERASE_LINE = '\r\u001B[K';

const DOING = { validating: 'Checking', committing: 'Committing' } as const;

/** How far an import is, as a line of text; null where nothing is under way. */
export function progressText(event: ImportEvent): string | null {
  if (event.event !== 'progress') return null;
  const { status, done, total, percent, remainingSeconds } = event;
  if (status !== 'validating' && status !== 'committing') return null;
  const count = (rows: number): string => rows.toLocaleString('en-US');
  const left = remainingSeconds === null ? '' : `, about ${remainingSeconds} s left`;
  return `${DOING[status]}: ${percent} % (${count(done)} of ${count(total)} rows)${left}`;
}

/** Shows how far an import is: on a terminal in one line that changes, else in lines. Answers how to stop. */
export function showProgress(
  imports: Pick<Imports, 'watch'>,
  id: number,
  to: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): () => void {
  let shown = performance.now();
  const stop = imports.watch(id, (event) => {
    const text = progressText(event);
    if (to.isTTY) {
      to.write(ERASE_LINE + (text ?? ''));
      return;
    }
    const now = performance.now();
    if (text === null || now - shown < LINE_EVERY_MS) return;
    shown = now;
    to.write(`${text}\n`);
  });
  return () => {
    stop();
    if (to.isTTY) to.write(ERASE_LINE);
  };
}
