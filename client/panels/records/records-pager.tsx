import { Button, Group, Text } from '@mantine/core';
import type { Records } from '../../api/records.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface RecordsPagerProps {
  readonly records: Pick<Records, 'rows' | 'next' | 'previous'>;
  readonly page: number;
  readonly size: number;
  readonly total: number | undefined;
  /** Takes the page to go to and the cursor that leads there; null for the first page. */
  readonly onTurn: (page: number, cursor: string | null) => void;
}

/** Which of the records are shown, and the ways to the pages beside. */
export function RecordsPager({ records, page, size, total, onTurn }: RecordsPagerProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { rows, next, previous } = records;
  const first = (page - 1) * size + 1;
  const range = {
    from: format.count(first),
    to: format.count(first + rows.length - 1),
    total: total === undefined ? '…' : format.count(total),
  };
  return (
    <Group component="nav" justify="space-between" mt="md" aria-label={t('records.pages')}>
      <Text size="sm" component="output">
        {t('records.range', range)}
      </Text>
      <Group gap="xs" className="records-turn">
        <Button
          variant="default"
          disabled={previous === null}
          onClick={() => onTurn(Math.max(1, page - 1), page <= 2 ? null : previous)}
        >
          {t('records.previous')}
        </Button>
        <Button variant="default" disabled={next === null} onClick={() => onTurn(page + 1, next)}>
          {t('records.next')}
        </Button>
      </Group>
    </Group>
  );
}
