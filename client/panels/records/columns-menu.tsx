import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import {
  describedField,
  RECORD_FIELD_IDS,
  type RecordFieldId,
} from '../../../domain/records/record-fields.ts';
import { ChevronIcon } from '../../frame/icons.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface ColumnsMenuProps {
  readonly columns: readonly RecordFieldId[];
  /** Takes the chosen columns; none for the usual ones. */
  readonly onChoose: (columns: readonly RecordFieldId[]) => void;
}

/** Chooses which fields of the records are shown. At least one is. */
export function ColumnsMenu({ columns, onChoose }: ColumnsMenuProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toggle = (id: RecordFieldId) =>
    onChoose(RECORD_FIELD_IDS.filter((one) => columns.includes(one) !== (one === id)));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" rightSection={<ChevronIcon size={16} />}>
          {t('records.columns', { n: columns.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="records-columns" aria-label={t('records.columnsOf')}>
        <Stack gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={() => onChoose([])}>
            {t('records.columnsUsual')}
          </Button>
          {RECORD_FIELD_IDS.map((id) => (
            <Checkbox
              key={id}
              label={describedField(id).label[language]}
              checked={columns.includes(id)}
              disabled={columns.length === 1 && columns.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
