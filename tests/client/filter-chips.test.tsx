// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FilterChips } from '../../client/frame/filter-chips.tsx';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

function chips(): string[] {
  return screen.getAllByRole('button').map(({ textContent }) => textContent);
}

describe('the filter chips', () => {
  it('name everything that the address filters by, also what has no control of its own', async () => {
    await renderInApp(
      <FilterChips />,
      '/?school=3&school=99&year=2020..2024&intern=yes&city=Lanqi&degree=',
    );
    expect(chips()).toEqual([
      'School: North University',
      'School: #99',
      'Graduation year: 2020–2024',
      'Degree: Not given',
      'Place of work: Lanqi',
      'Internship: Former intern',
      'Clear all filters',
    ]);
  });

  it('are in the language of the page', async () => {
    await renderInApp(<FilterChips />, '/?school=5', 'zh');
    expect(chips()).toEqual(['学校：南方学院', '清除全部筛选']);
  });

  it('take off one filter and leave the others', async () => {
    const view = await renderInApp(<FilterChips />, '/?school=3&school=5&sort=-hires');
    fireEvent.click(
      screen.getByRole('button', { name: 'Remove the filter School: North University' }),
    );
    await waitFor(() => expect(view.address()).toBe('/?school=5&sort=-hires'));
  });

  it('take off all filters and keep the rest of the view', async () => {
    const view = await renderInApp(<FilterChips />, '/?school=3&year=2024&table=flow');
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await waitFor(() => expect(view.address()).toBe('/?table=flow'));
  });

  it('leave out what an edited address has wrong', async () => {
    await renderInApp(<FilterChips />, '/?school=abc&degree=emperor&year=20');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
