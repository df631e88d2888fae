import { describedField, type RecordFieldId } from '../../../domain/records/record-fields.ts';
import type { Records, ShownRecord } from '../../api/records.ts';
import { FilterName } from '../../frame/cell-content.tsx';
import type { FilterTarget } from '../../frame/panel-table.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordText } from './record-text.ts';

/** What a click on a field filters by; null where it cannot be filtered by. */
function targetOf(record: ShownRecord, id: RecordFieldId): FilterTarget | null {
  const { filter } = describedField(id);
  if (filter === undefined) return null;
  const value = record[filter.by ?? id] ?? null;
  return { dimension: filter.dimension, value: value === null ? '' : String(value) };
}

interface RecordCellProps {
  readonly record: ShownRecord;
  readonly id: RecordFieldId;
  readonly names: Records['names'];
}

/** One field of a record: a school, major … filters by it; a dash where nothing is known. */
export function RecordCell({ record, id, names }: RecordCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const text = recordText(record, id, { names, language, format, t });
  const filter = text === '' ? null : targetOf(record, id);
  return filter === null ? text || '–' : <FilterName text={text} filter={filter} />;
}
