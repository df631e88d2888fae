import { List } from '@mantine/core';
import { RULE_SENTENCES } from '../../../domain/releases/rule-sentences.ts';
import type { Release } from '../../api/release.ts';
import { Section } from '../../frame/section.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** How the figures are protected: the rules that this release was made by. */
export function RulesSection({ rules }: Pick<Release, 'rules'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Section title={t('partner.rules')}>
      <List size="sm" spacing={4}>
        {RULE_SENTENCES.map((sentence) => {
          const text = sentence(rules)[language];
          return <List.Item key={text}>{text}</List.Item>;
        })}
      </List>
    </Section>
  );
}
