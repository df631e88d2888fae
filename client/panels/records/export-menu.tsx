import { Button, Menu, Text } from '@mantine/core';
import { recordsFileUrl, type RecordsSelected } from '../../api/records.ts';
import { ChevronIcon } from '../../frame/icons.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Rows of a sheet of Excel, less the header. */
const MOST_ROWS = 1_048_575;

interface ExportMenuProps {
  readonly selected: RecordsSelected;
  readonly sort: string;
  /** How many records there are, where that is known. */
  readonly total: number | undefined;
}

/** Takes all the records that are listed as a file, with what was selected and what it means. */
export function ExportMenu({ selected, sort, total }: ExportMenuProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const tooMany = total !== undefined && total > MOST_ROWS;
  const file = (ending: 'csv' | 'xlsx') => recordsFileUrl(ending, selected, sort, language);
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronIcon size={16} />}>
          {t('records.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={file('csv')} download>
          {t('records.csv')}
        </Menu.Item>
        {tooMany ? (
          <Text size="sm" c="dimmed" px="sm" maw={260}>
            {t('records.tooMany', { most: format.count(MOST_ROWS) })}
          </Text>
        ) : (
          <Menu.Item component="a" href={file('xlsx')} download>
            {t('records.xlsx')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
