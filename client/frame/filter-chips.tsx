import { Button, Group } from '@mantine/core';
import { dimension } from '../../domain/dimensions.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Chip } from './chip.tsx';
import { useFilterSide } from './filter-side.ts';
import { ProfileLink } from './profile-link.tsx';
import { isPinned, usePinnedFilters } from './pinned-filters.ts';
import { useFilters } from './use-filters.ts';
import { useSelectedValues } from './use-selected-values.ts';

/** Everything that is filtered by, each with a way to take it off; nothing where nothing is. */
export function FilterChips() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { toggle, clear } = useFilters();
  const side = useFilterSide();
  const pinned = usePinnedFilters();
  const values = useSelectedValues().filter(
    (value) => side !== '' || !isPinned(pinned, value.dimension),
  );
  const [school, ...otherSchools] = values.filter((value) => value.dimension === 'school');
  if (values.length === 0) return null;
  return (
    <Group
      gap="xs"
      component="section"
      aria-label={t(side === '' ? 'filter.active' : 'comparison.active')}
    >
      {values.map(({ dimension: id, value, name }) => {
        const text = t('filter.chip', { dimension: dimension(id).label[language], name });
        return <Chip key={`${id}=${value}`} text={text} onRemove={() => toggle(id, value)} />;
      })}
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {t('filter.clear')}
      </Button>
      {school === undefined || school.value === '' || otherSchools.length > 0 ? null : (
        <ProfileLink schoolId={school.value} name={school.name} />
      )}
    </Group>
  );
}
