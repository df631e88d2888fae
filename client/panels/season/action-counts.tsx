import { Text } from '@mantine/core';
import { dimension } from '../../../domain/dimensions.ts';
import type { Actions } from '../../api/season.ts';
import { FilterName } from '../../frame/cell-content.tsx';
import { keyName, keyParameter } from '../../frame/named.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const COUNTED = ['school', 'major', 'department'] as const;
const SHOWN = 4;

/** How many people of a list come from where: each name filters by it. */
export function ActionCounts({ counts }: Pick<Actions, 'counts'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  return (
    <ul className="action-counts">
      {COUNTED.map((id) => {
        const entries = counts[id];
        const shown = entries.slice(0, SHOWN);
        const rest = entries.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
        return (
          <li key={id}>
            <Text span size="sm" c="dimmed">
              {dimension(id).label[language]}
            </Text>
            {shown.map(({ key, count }) => {
              const value = key[id] ?? null;
              const filter = { dimension: id, value: keyParameter(value) };
              return (
                <Text span size="sm" key={filter.value}>
                  <FilterName text={keyName(id, value, language)} filter={filter} />{' '}
                  {format.count(count)}
                </Text>
              );
            })}
            {rest > 0 ? (
              <Text span size="sm">
                {t('seasonPage.actions.others', { count: format.count(rest) })}
              </Text>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
