import { useMemo } from 'react';
import { dayFromIso } from '../../../domain/dates.ts';
import { COOPERATION_KINDS, COOPERATION_STATUSES } from '../../../domain/records/enumerations.ts';
import type { LedgerSelected } from '../../api/cooperation.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';

const SCHOOL = /^[1-9]\d*$/;
const LONGEST_SEARCH = 100;

/** What of the ledger is shown, as it stands in the address; what it does not know is as if it were not there. */
export function useLedgerView() {
  const { parameters, change } = useViewState();
  const view = useMemo(() => {
    const first = (key: string) => valuesOf(parameters, key)[0] ?? '';
    const kind = first('kind');
    const status = first('status');
    const on = first('on');
    const selected: LedgerSelected = {
      school: valuesOf(parameters, 'school').filter((id) => SCHOOL.test(id)),
      kind: Object.hasOwn(COOPERATION_KINDS, kind) ? kind : '',
      status: Object.hasOwn(COOPERATION_STATUSES, status) ? status : '',
      search: first('search').trim().slice(0, LONGEST_SEARCH),
    };
    return { selected, on: dayFromIso(on) === null ? null : on, inFull: first('all') === '1' };
  }, [parameters]);
  return { ...view, change };
}
