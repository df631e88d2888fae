import '../panels/panels.css';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';
import { CsvLink } from '../panels/release/csv-link.tsx';
import { HiredSection } from '../panels/release/hired-section.tsx';
import { OutcomesSection } from '../panels/release/outcomes-section.tsx';
import { PlacesSection } from '../panels/release/places-section.tsx';
import { ReleaseGate } from '../panels/release/release-gate.tsx';
import { RulesSection } from '../panels/release/rules-section.tsx';

/** A dean's first page: how many of our graduates were hired, in which jobs, and do they stay. */
export function GraduatesPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.graduates')} · Talentbridge`);
  return (
    <ReleaseGate title={t('nav.graduates')}>
      {({ tables, rules }) => (
        <>
          <CsvLink />
          <HiredSection tables={tables} />
          <OutcomesSection tables={tables} />
          <PlacesSection tables={tables} />
          <RulesSection rules={rules} />
        </>
      )}
    </ReleaseGate>
  );
}
