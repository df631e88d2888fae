import { Button, Group, Paper, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordsCountOptions, recordsOptions } from '../../api/records.ts';
import { Failed, NothingHere } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useViewState, type ViewChange } from '../../frame/use-view-state.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { RecordsLimits } from './records-limits.tsx';
import { RecordsPager } from './records-pager.tsx';
import { RecordsSearch } from './records-search.tsx';
import { RecordsCards } from './records-cards.tsx';
import { RecordsTable } from './records-table.tsx';
import { recordsView, sortParameter } from './records-view.ts';

const PAGE = 50;

/** Where a table would show two or three columns of ten; a printed page is wider. */
const NARROW = 'screen and (max-width: 40em)';

/** The people of a selection, searched, sorted and turned page by page. Everything chosen is in the address. */
export function RecordsPanel() {
  const { t } = useTranslation();
  const { parameters, change } = useViewState();
  const view = useMemo(() => recordsView(parameters), [parameters]);
  const { selected, columns, page, cursor } = view;
  const sort = sortParameter(view.sort);
  const records = useQuery(recordsOptions(selected, { sort, cursor, limit: PAGE }));
  const count = useQuery(recordsCountOptions(selected));
  const total = count.isPlaceholderData ? undefined : count.data?.total;
  const state = panelState(records);
  const List = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
    ? RecordsCards
    : RecordsTable;

  const turn = (to: number, place: string | null): ViewChange => ({
    page: place === null ? [] : [String(to)],
    cursor: place === null ? [] : [place],
  });
  return (
    <Paper component="section" className="panel" withBorder aria-label={t('records.title')}>
      <Stack gap="md">
        <Group align="end" gap="sm" className="records-tools">
          <RecordsSearch
            label={t('records.search')}
            placeholder={t('records.searchHint')}
            search={selected.search}
            onSearch={(search) =>
              change({ search: search === '' ? [] : [search] }, { replace: true })
            }
          />
          <ColumnsMenu
            columns={columns}
            onChoose={(chosen) => change({ columns: chosen, ...turn(page, cursor) })}
          />
          <ExportMenu selected={selected} sort={sort} total={total} />
        </Group>
        <RecordsLimits
          selected={selected}
          onRemove={(...keys) => change(Object.fromEntries(keys.map((key) => [key, []])))}
        />
        {state.kind === 'error' ? (
          <>
            <Failed error={state.error} retry={state.retry} />
            {cursor === null ? null : (
              <Button variant="default" onClick={() => change(turn(1, null))}>
                {t('records.toFirst')}
              </Button>
            )}
          </>
        ) : state.kind === 'loading' || records.data === undefined ? (
          <PanelSkeleton shape="table" />
        ) : records.data.rows.length === 0 ? (
          <NothingHere />
        ) : (
          <div className={state.stale ? 'panel-data stale' : 'panel-data'} aria-busy={state.stale}>
            <List
              records={records.data}
              columns={columns}
              sort={view.sort}
              onSort={(next) => change({ sort: [sortParameter(next)] })}
            />
            <RecordsPager
              records={records.data}
              page={page}
              size={PAGE}
              total={total}
              onTurn={(to, place) => change(turn(to, place))}
            />
          </div>
        )}
      </Stack>
    </Paper>
  );
}
