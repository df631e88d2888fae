// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { UnsafeNote } from '../../client/panels/releases/unsafe-note.tsx';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

describe('groups that could not be shown to be safe', () => {
  it.each([
    ['en', 1, '1 group of few people could not be shown'],
    ['en', 1200, '1,200 groups of few people could not be shown'],
    ['zh', 1200, '有 1,200 个人数很少的群体无法证明安全'],
  ] as const)('are warned of in %s where there are %i', async (language, groups, words) => {
    const { container } = await renderInApp(<UnsafeNote groups={groups} />, '/', language);
    expect(container.textContent).toContain(words);
  });

  it('are no word worth where there are none', async () => {
    const { queryByRole } = await renderInApp(<UnsafeNote groups={0} />);
    expect(queryByRole('alert')).toBeNull();
  });
});
