import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import {
  describedField,
  isRecordField,
  type RecordFieldId,
} from '../../../domain/records/record-fields.ts';
import type { Records } from '../../api/records.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RecordCell } from './record-cell.tsx';
import { nextSort, UNSORTED, type RecordsSort } from './records-view.ts';

interface RecordsCardsProps {
  readonly records: Records;
  readonly columns: readonly RecordFieldId[];
  readonly sort: RecordsSort;
  readonly onSort: (sort: RecordsSort) => void;
}

/** Records one below the other, each with its fields by name: what stands in the place of a table on a phone. */
export function RecordsCards({ records, columns, sort, onSort }: RecordsCardsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [title, ...fields] = columns;
  const shown = columns.includes(sort.field) ? columns : [sort.field, ...columns];
  const choices = shown.includes(UNSORTED.field) ? shown : [UNSORTED.field, ...shown];
  const label = (id: RecordFieldId) => describedField(id).label[language];
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap" mb="sm" className="records-sort">
        <NativeSelect
          label={t('recordCards.sort')}
          value={sort.field}
          data={choices.map((id) => ({ value: id, label: label(id) }))}
          onChange={({ currentTarget: { value } }) => {
            if (isRecordField(value)) onSort(nextSort(UNSORTED, value));
          }}
          flex={1}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(sort.descending ? 'recordCards.descending' : 'recordCards.ascending')}
          onClick={() => onSort({ ...sort, descending: !sort.descending })}
        >
          <span aria-hidden="true">{sort.descending ? '▼' : '▲'}</span>
        </ActionIcon>
      </Group>
      <ul className="records-cards" aria-label={t('records.title')}>
        {records.rows.map((record) => (
          <li key={String(record['id'])}>
            {title === undefined ? null : (
              <p className="record-title">
                <span>{label(title)}</span>{' '}
                <RecordCell record={record} id={title} names={records.names} />
              </p>
            )}
            <dl>
              {fields.map((id) => (
                <div key={id}>
                  <dt>{label(id)}</dt>
                  <dd>
                    <RecordCell record={record} id={id} names={records.names} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
