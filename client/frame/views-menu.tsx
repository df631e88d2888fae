import { Button, Popover } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { ChevronIcon } from './icons.tsx';
import { ViewsList } from './views-list.tsx';

/** Saved views: saves what the page shows under a name, and leads to what was saved before. */
export const ViewsMenu = memo(function ViewsMenu() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          className="views-menu"
          rightSection={<ChevronIcon size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {t('views.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="metric-info" aria-label={t('views.open')}>
        <ViewsList onLeave={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
});
