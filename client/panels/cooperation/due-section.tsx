import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  dueOptions,
  type DueItem,
  type LedgerEntry,
  type LedgerNames,
} from '../../api/cooperation.ts';
import { nameIn } from '../../frame/named.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { kindIn, saidIn } from './ledger-words.ts';
import { useLedgerView } from './use-ledger-view.ts';

const LISTS = ['overdue', 'ends', 'coming'] as const;

interface DueSectionProps {
  readonly onPick: (entry: LedgerEntry) => void;
  /** Whether a school looks at its own entries. */
  readonly ofSchool?: boolean;
}

/** Which agreements end, which visits and promises are overdue, what comes next. */
export function DueSection({ onPick, ofSchool = false }: DueSectionProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { selected, on } = useLedgerView();
  const { data, error, refetch } = useQuery(dueOptions(selected.school ?? [], on));
  const lead =
    data === undefined
      ? null
      : t(ofSchool ? 'ledger.due.schoolLead' : 'ledger.due.lead', {
          day: format.day(data.on),
          days: format.count(data.days),
        });
  return (
    <Section title={t('ledger.due.title')} lead={lead}>
      {data === undefined ? (
        error === null ? (
          <PanelSkeleton shape="bars" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="due-lists">
          {LISTS.map((list) => (
            <div key={list}>
              <Group gap="xs" mb="xs">
                <Text component="h3" fw={600} size="sm">
                  {t(`ledger.due.${list}`)}
                </Text>
                <Badge variant="default" radius="sm">
                  {format.count(data[list].length)}
                </Badge>
              </Group>
              {data[list].length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('ledger.due.nothing')}
                </Text>
              ) : (
                <ScrollRegion label={t(`ledger.due.${list}`)} maxHeight="22rem">
                  <ul className="due-list">
                    {data[list].map((item, index) => (
                      <DueLine
                        key={index}
                        item={item}
                        names={data.names}
                        onPick={onPick}
                        ofSchool={ofSchool}
                      />
                    ))}
                  </ul>
                </ScrollRegion>
              )}
            </div>
          ))}
        </div>
      )}
    </Section>
  );
}

interface DueLineProps extends DueSectionProps {
  readonly item: DueItem;
  readonly names: LedgerNames;
}

function DueLine({ item, names, onPick, ofSchool = false }: DueLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { entry, promise, what, days, due_on: due } = item;
  const when =
    days === 0
      ? t('ledger.due.today')
      : t(days < 0 ? 'ledger.due.ago' : 'ledger.due.in', { days: format.count(Math.abs(days)) });
  const title = entry === null ? null : saidIn(language, names, 'title', entry.title);
  const owner = promise?.owner ?? entry?.contact_role ?? null;
  return (
    <li>
      <Text size="sm" fw={500}>
        {promise === null
          ? t(`ledger.due.what.${what}`)
          : saidIn(language, names, 'promise', promise.text)}
      </Text>
      <Text size="sm">
        {entry === null ? null : (
          <>
            <Anchor component="button" type="button" size="sm" onClick={() => onPick(entry)}>
              {title}
            </Anchor>
            {` · ${kindIn(language, entry)}`}
          </>
        )}
        {ofSchool ? null : `${entry === null ? '' : ' · '}${nameIn(language, item.school)}`}
      </Text>
      <Text size="sm" c="dimmed">
        {[format.date(due), when, saidIn(language, names, 'contact_role', owner)]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
    </li>
  );
}
