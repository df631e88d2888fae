// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RequestError } from '../../client/api/request-error.ts';
import { Panel } from '../../client/frame/panel.tsx';
import type { PanelState } from '../../client/frame/panel-state.ts';
import type { PanelTable } from '../../client/frame/panel-table.ts';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

const DATA: PanelState = { kind: 'data', stale: false };

const TABLE: PanelTable = {
  columns: [
    { id: 'school', label: 'School', numeric: false },
    { id: 'rate', label: 'Rate', numeric: true },
  ],
  rows: [
    {
      id: '3',
      cells: [
        { kind: 'text', text: 'North University', filter: { dimension: 'school', value: '3' } },
        { kind: 'figure', unit: 'percent', figure: { value: 0.5, n: 4, status: 'small' } },
      ],
    },
    {
      id: '5',
      cells: [
        { kind: 'text', text: 'South College', filter: { dimension: 'school', value: '5' } },
        {
          kind: 'figure',
          unit: 'percent',
          figure: { value: null, n: 9, status: 'open', reason: 'not_mature' },
        },
      ],
    },
  ],
};

function panel(state: PanelState, table: PanelTable | null = TABLE) {
  return (
    <Panel
      id="rates"
      question="Who accepts?"
      metrics={['acceptance_rate']}
      state={state}
      skeleton="bars"
      table={table}
    >
      <p>The chart</p>
    </Panel>
  );
}

describe('a panel', () => {
  it('asks its question and names its metric in every state', async () => {
    await renderInApp(panel({ kind: 'loading' }, null));
    expect(screen.getByRole('region', { name: 'Who accepts?' }).textContent).toContain(
      'Offer acceptance',
    );
    expect(screen.getByRole('button', { name: 'What it means: Offer acceptance' })).toBeDefined();
    expect(screen.queryByText('The chart')).toBeNull();
  });

  it('says what failed and tries again', async () => {
    const retry = vi.fn<() => void>();
    const error = new RequestError('invalid_input', 'There is no metric "x".', 400);
    await renderInApp(panel({ kind: 'error', error, retry }, null));
    expect(screen.getByRole('alert').textContent).toContain('There is no metric "x".');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('says that the server does not answer, in the language of the page', async () => {
    const error = new RequestError('offline', 'Failed to fetch', 0);
    await renderInApp(panel({ kind: 'error', error, retry: () => undefined }, null), '/', 'zh');
    expect(screen.getByRole('alert').textContent).toContain('服务器没有响应');
    expect(screen.queryByText('Failed to fetch')).toBeNull();
  });

  it('offers to clear the filters where they leave nothing', async () => {
    const view = await renderInApp(panel(DATA, { ...TABLE, rows: [] }), '/?school=3&sort=-hires');
    expect(screen.getByText('Nothing to show here.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await waitFor(() => expect(view.address()).toBe('/?sort=-hires'));
  });

  it('dims what stands in for newer data, and says that it is busy', async () => {
    await renderInApp(panel({ kind: 'data', stale: true }));
    const busy = screen.getByText('The chart').parentElement;
    expect(busy?.getAttribute('aria-busy')).toBe('true');
    expect(busy?.className).toContain('stale');
  });

  it('shows its numbers as a real table, missing ones with their reason', async () => {
    await renderInApp(panel(DATA), '/?table=rates');
    const table = screen.getByRole('table', { name: 'Who accepts?' });
    const headers = within(table).getAllByRole('columnheader');
    expect(headers.map((header) => header.getAttribute('scope'))).toEqual(['col', 'col']);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
    expect(table.textContent).toContain('50.0%* (Only 4 people: read with care.)');
    expect(table.textContent).toContain('–This season is still running');
    expect(screen.queryByText('The chart')).toBeNull();
  });

  it('filters by a name in its table, and no longer on a second click', async () => {
    const view = await renderInApp(panel(DATA), '/?table=rates');
    fireEvent.click(screen.getByRole('button', { name: 'North University' }));
    await waitFor(() => expect(view.address()).toBe('/?table=rates&school=3'));
    const pressed = screen.getByRole('button', { name: 'North University', pressed: true });
    fireEvent.click(pressed);
    await waitFor(() => expect(view.address()).toBe('/?table=rates'));
  });
});
