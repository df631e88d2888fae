import { lazy, Suspense } from 'react';
import { Text, Title } from '@mantine/core';
import type { Release } from '../../api/release.ts';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { countOf, keyText, tableOf } from './released-text.ts';

const BarList = lazy(async () => {
  const { BarList: chart } = await import('../../charts/bar-list.tsx');
  return { default: chart };
});

const PARTS = ['department', 'city', 'channel'] as const;

/** Where do they work, and how did they come? The last three classes together. */
export function PlacesSection({ tables }: Pick<Release, 'tables'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = PARTS.flatMap((part) => {
    const rows = tableOf(tables, 'hires', 'last_three_years', part)?.rows ?? [];
    const items = rows.flatMap((row) => {
      const value = row.key[part];
      const count = countOf(row);
      if (count === null) return [];
      const label = keyText({ [part]: value ?? null }, language, t);
      return [{ id: label, label, value: count, pickable: false }];
    });
    return items.length === 0 ? [] : [{ part, items }];
  });
  const span = tableOf(tables, 'hires', 'last_three_years')?.rows[0]?.key['last_three_years'];
  return (
    <Section
      title={t('partner.places')}
      lead={span === undefined ? undefined : keyText({ last_three_years: span }, language, t)}
    >
      {shown.length === 0 ? <Text>{t('partner.none')}</Text> : null}
      <div className="panel-grid">
        {shown.map(({ part, items }) => (
          <div key={part}>
            <Title order={3} size="h5">
              {t(`partner.by.${part}`)}
            </Title>
            <Suspense fallback={<PanelSkeleton shape="bars" />}>
              <BarList
                label={t('partner.chart', { name: t(`partner.by.${part}`) })}
                items={items}
              />
            </Suspense>
          </div>
        ))}
      </div>
    </Section>
  );
}
