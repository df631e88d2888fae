import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../client/frame/csv.ts';
import type { PanelCell, PanelTable } from '../../client/frame/panel-table.ts';

function table(labels: string[], rows: PanelCell[][]): PanelTable {
  return {
    columns: labels.map((label, index) => ({ id: String(index), label, numeric: index > 0 })),
    rows: rows.map((cells, index) => ({ id: String(index), cells })),
  };
}

const text = (value: string): PanelCell => ({ kind: 'text', text: value });

describe('the CSV export', () => {
  it('brings the n, interval and status of a rate, and plain counts', () => {
    const rate: PanelCell = {
      kind: 'figure',
      unit: 'percent',
      figure: { value: 0.8, n: 10, low: 0.4902, high: 0.9433, status: 'ok' },
    };
    const open: PanelCell = {
      kind: 'figure',
      unit: 'percent',
      figure: { value: null, n: 4, status: 'open', reason: 'not_mature' },
    };
    const csv = csvOf(
      table(
        ['School', 'Hires', 'Rate'],
        [
          [text('A'), { kind: 'count', count: 12 }, rate],
          [text('B'), { kind: 'count', count: 4 }, open],
        ],
      ),
    );
    expect(csv).toBe(
      '\uFEFFSchool,Hires,Rate,Rate (n),Rate (low),Rate (high),Rate (status)\r\n' +
        'A,12,0.8,10,0.4902,0.9433,ok\r\n' +
        'B,4,,4,,,open\r\n',
    );
  });

  it.each(['=1+1', '+x', '-x', '@x', '\tx', '\rx'])('defuses %j', (formula) => {
    const [, row] = parse(csvOf(table(['Name'], [[text(formula)]])), { bom: true });
    expect(row).toEqual([`'${formula}`]);
  });

  it('is read back as it was, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (rows) => {
        const csv = csvOf(
          table(
            ['Name', 'Count'],
            rows.map(([name, count]) => [text(name), { kind: 'count', count }]),
          ),
        );
        const back: string[][] = parse(csv, { bom: true });
        expect(back.slice(1)).toEqual(
          rows.map(([name, count]) => [
            /^'*[=+\-@\t\r]/.test(name) ? `'${name}` : name,
            String(count),
          ]),
        );
      }),
    );
  });
});
