import { ActionIcon, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { memo, use, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { csvOf } from './csv.ts';
import { download } from './download.ts';
import { CheckIcon, MoreIcon } from './icons.tsx';
import { PanelContentsContext, type PanelContents } from './panel-contents.ts';
import { panelPicture } from './panel-picture.ts';
import { useFormatter } from './use-formatter.ts';
import { useCellText } from './use-cell-text.ts';
import { usePanelNotes } from './use-panel-notes.ts';
import { useSourceLine } from './use-source-line.ts';

/** What one can do with a panel: see it as a table, take its numbers or its picture, share its address. */
export const PanelMenu = memo(function PanelMenu({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      withArrow
      shadow="md"
      withinPortal={false}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('menu.open', { title })}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <OpenMenu />
      </Menu.Dropdown>
    </Menu>
  );
});

const CSV_WORDS = {
  idle: 'menu.csv',
  reading: 'actionRecords.reading',
  failed: 'actionRecords.failed',
} as const;

function OpenMenu() {
  const contents = use(PanelContentsContext);
  return contents === null ? null : <MenuItems {...contents} />;
}

function MenuItems(props: PanelContents) {
  const { id, title, subtitle, metrics, table, whole, legend, panel, asTable, onAsTable } = props;
  const { t } = useTranslation();
  const cellText = useCellText();
  const source = useSourceLine();
  const notesOf = usePanelNotes(title, metrics);
  const clipboard = useClipboard({ timeout: 2500 });
  const format = useFormatter();
  const [failure, setFailure] = useState(false);
  const [csv, setCsv] = useState<'idle' | 'reading' | 'failed'>('idle');

  const link = () => {
    const address = new URL(window.location.href);
    address.hash = id;
    return address.href;
  };
  const exportCsv = async () => {
    if (table === null) return;
    setCsv('reading');
    try {
      const { table: all, cut } = whole === undefined ? { table, cut: null } : await whole();
      const notes = [
        ...notesOf(link()),
        ...(cut === null
          ? []
          : [
              [
                t('actionRecords.cut', {
                  shown: format.count(cut.shown),
                  total: format.count(cut.total),
                }),
              ],
            ]),
      ];
      download(
        `talentbridge-${id}.csv`,
        new Blob([csvOf(all, notes)], { type: 'text/csv;charset=utf-8' }),
      );
      setCsv('idle');
    } catch {
      setCsv('failed');
    }
  };
  const exportPng = async () => {
    if (table === null || panel.current === null) return;
    const rows = table.rows.map(({ cells }) => cells.map(cellText));
    try {
      const text = { title, subtitle, source, legend };
      const picture = await panelPicture(panel.current, text, { header: table.columns, rows });
      download(`talentbridge-${id}.png`, picture);
      setFailure(false);
    } catch {
      setFailure(true);
    }
  };
  const copyLink = () => {
    clipboard.copy(link());
  };

  return (
    <>
      {asTable === null ? null : (
        <Menu.Item onClick={onAsTable} disabled={table === null}>
          {t(asTable ? 'menu.chart' : 'menu.table')}
        </Menu.Item>
      )}
      <Menu.Item
        onClick={() => void exportCsv()}
        disabled={table === null || csv === 'reading'}
        closeMenuOnClick={whole === undefined}
      >
        {t(CSV_WORDS[csv])}
      </Menu.Item>
      <Menu.Item
        onClick={() => void exportPng()}
        disabled={table === null}
        closeMenuOnClick={false}
      >
        {t(failure ? 'menu.pngFailed' : 'menu.png')}
      </Menu.Item>
      <Menu.Item
        onClick={copyLink}
        closeMenuOnClick={false}
        leftSection={clipboard.copied ? <CheckIcon /> : undefined}
      >
        {t(
          clipboard.copied
            ? 'menu.copied'
            : clipboard.error === null
              ? 'menu.copy'
              : 'menu.copyFailed',
        )}
      </Menu.Item>
    </>
  );
}
