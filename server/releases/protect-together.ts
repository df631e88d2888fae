import { RATE_FAMILIES } from '../../domain/releases/released-metrics.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import { buildSystem, type Candidate } from './build-system.ts';
import { checkGroups } from './check/check-groups.ts';
import { checkPayAmounts } from './check-pay-amounts.ts';
import { checkPay } from './check-pay.ts';
import { yearsOf, type Calendar } from './cuts.ts';
import type { PastRelease } from './evidence.ts';
import { isPay, rateOf, withheld } from './figures.ts';
import type { PeopleNow } from './repeat-last.ts';
import type { Slot } from './slots.ts';

/**
 * Of how many groups no state was found that keeps them safe although everything new about them is withheld: what
 * earlier releases told was proven safe when it was published, with fewer rows to search among.
 */
export interface CheckResult {
  readonly unsafe: number;
}

function isCandidate({ said: { figure, why } }: Slot): boolean {
  return why === null && (figure.status === 'banded' || figure.status === 'ok');
}

function candidateOf(slot: Slot, horizon: number): Candidate | null {
  const { low, high, n } = slot.said.figure;
  if (low === undefined || high === undefined || n === null || !isCandidate(slot)) return null;
  return { id: slot.id, people: slot.people, horizon, band: { low, high }, n };
}

/** Withholds what would give few people away together with everything else that is or was published. */
export function protectTogether(
  slots: ReadonlyMap<string, Slot>,
  now: PeopleNow,
  past: readonly PastRelease[],
  calendar: Calendar,
  rules: ReleaseRules,
): CheckResult {
  const all = [...slots.values()];
  const takeBack = (id: string | undefined): void => {
    const slot = id === undefined ? undefined : slots.get(id);
    if (slot !== undefined) slot.said = withheld('complementary');
  };
  let unsafe = 0;
  for (const { id, rates } of RATE_FAMILIES) {
    const candidates = all.flatMap((slot) => {
      const rate = rateOf(slot.metric);
      const found = rate?.family.id === id ? candidateOf(slot, rate.horizon) : null;
      return found ?? [];
    });
    const recent = rates.flatMap(({ horizon }) => yearsOf('recent', calendar, horizon) ?? []);
    const { system, groups, firstCandidate, isKnown, sizes } = buildSystem(
      id,
      now.families.get(id) ?? [],
      candidates,
      past,
      { recent, smallGroup: rules.smallGroup },
    );
    const result = checkGroups(system, groups, rules, {
      isFixed: isKnown,
      sizes,
    });
    unsafe += result.unsafe;
    for (const row of result.withheld) takeBack(candidates[row - firstCandidate]?.id);
  }
  const paid = all.filter((slot) => isPay(slot.metric) && isCandidate(slot));
  // All quantiles of the same people stand and fall together.
  const cells = new Map(paid.map((slot) => [JSON.stringify(slot.people), slot.people]));
  const names = [...cells.keys()];
  const out = checkPay(now.paid, [...cells.values()], past, rules.fewChanged);
  const withheldCells = new Set([...out].map((position) => names[position]));
  for (const slot of paid) if (withheldCells.has(JSON.stringify(slot.people))) takeBack(slot.id);
  const told = paid.filter(isCandidate);
  const amounts = checkPayAmounts(
    now.paid,
    told.flatMap(({ metric, people, said: { figure } }) =>
      figure.value === null ? [] : [{ metric, people, value: figure.value }],
    ),
    past,
    { recent: [yearsOf('recent', calendar, null) ?? []].flat(), step: rules.payStep },
    rules,
  );
  for (const slot of told) if (amounts.withheld.has(JSON.stringify(slot.people))) takeBack(slot.id);
  unsafe += amounts.unsafe;
  return { unsafe };
}
