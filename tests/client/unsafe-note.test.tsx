// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { UnsafeNote } from '../../client/panels/releases/unsafe-note.tsx';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

describe('groups that could not be shown to be safe', () => {
  it.each([
    ['en', 'Some groups of few people could not be shown to be safe'],
    ['zh', '部分人数很少的群体无法证明安全'],
  ] as const)('are warned of in %s', async (language, words) => {
    await renderInApp(<UnsafeNote findings={3} />, '/', language);
    expect(screen.getByRole('alert').textContent).toContain(words);
  });

  it('are no word worth where there are none', async () => {
    await renderInApp(<UnsafeNote findings={0} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
