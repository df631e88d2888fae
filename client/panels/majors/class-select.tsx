import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../../i18n/use-translation.ts';

interface ClassSelectProps {
  readonly years: readonly number[];
  readonly chosen: number;
  readonly onChoose: (year: string) => void;
}

/** The class that a panel looks at. */
export function ClassSelect({ years, chosen, onChoose }: ClassSelectProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('majors.class')}
      className="panel-choice"
      value={String(chosen)}
      data={years.map(String)}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
