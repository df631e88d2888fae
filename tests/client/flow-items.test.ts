import { describe, expect, it } from 'vitest';
import type { Flow } from '../../client/api/flow.ts';
import { flowEntries, flowTable } from '../../client/panels/flow/flow-items.ts';

const flow: Flow = {
  asOf: '2026-06-30',
  version: 1,
  nodes: [
    {
      id: 'school:=3',
      label: 'North',
      labelZh: '北',
      dimension: 'school',
      kind: 'value',
      value: 3,
    },
    {
      id: 'school:other',
      label: 'Other',
      labelZh: '其他',
      dimension: 'school',
      kind: 'other',
      value: null,
    },
    {
      id: 'degree:blank',
      label: 'Not given',
      labelZh: '未填写',
      dimension: 'degree',
      kind: 'blank',
      value: null,
    },
  ],
  links: [
    { source: 0, target: 2, value: 7 },
    { source: 1, target: 2, value: 2 },
  ],
};

describe('the flow', () => {
  it('names its nodes, adds them up and says what they filter by', () => {
    const entries = flowEntries(flow, 'zh');
    expect(entries.map(({ label, layer, value }) => [label, layer, value])).toEqual([
      ['北', 0, 7],
      ['其他', 0, 2],
      ['未填写', 1, 9],
    ]);
    expect(entries.map(({ filter }) => filter)).toEqual([
      { dimension: 'school', value: '3' },
      null,
      { dimension: 'degree', value: '' },
    ]);
  });

  it('is a table of its bands', () => {
    const labels = { from: 'From', to: 'To', hires: 'Hires' };
    const { rows } = flowTable(flow, flowEntries(flow, 'en'), labels);
    expect(rows[1]?.cells).toEqual([
      { kind: 'text', text: 'Other', filter: undefined },
      { kind: 'text', text: 'Not given', filter: { dimension: 'degree', value: '' } },
      { kind: 'count', count: 2 },
    ]);
  });
});
