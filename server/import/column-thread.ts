import { parentPort } from 'node:worker_threads';
import { columnsHere, type CellSink } from './cell-block.ts';
import { buffersOf, type ColumnNotice, type ColumnReport } from './columns-beside.ts';

// The thread that fills the columns of a large file while another one reads on.

let columns: CellSink = columnsHere(0);

function report(message: ColumnReport, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

parentPort?.on('message', (notice: ColumnNotice) => {
  switch (notice.type) {
    case 'begin':
      columns = columnsHere(notice.columns);
      return;
    case 'block': {
      const { memory, from, rows } = notice;
      const { bytes, starts, ends } = memory;
      columns.take({ bytes: Buffer.from(bytes.buffer), from, starts, ends, rows });
      report({ type: 'taken', memory }, buffersOf(memory));
      return;
    }
    case 'end':
      void columns.end().then((filled) => {
        const states = filled.map((column) => column.state());
        report(
          { type: 'filled', columns: states },
          states.flatMap(({ codes, texts: { bytes, starts, hashes }, slots }) =>
            [codes, bytes, starts, hashes, slots].flatMap((part) => part?.buffer ?? []),
          ),
        );
      });
  }
});
