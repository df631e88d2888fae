import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

/** What axe finds wrong on a page as it stands, a line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run: unknown = Reflect.get(window, 'axe');
    if (
      typeof run !== 'object' ||
      run === null ||
      !('run' in run) ||
      typeof run.run !== 'function'
    ) {
      throw new Error('axe did not load');
    }
    const result: { violations: AxeViolation[] } = await run.run(document);
    return result.violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
