import { Button, FileButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeLogo, setLogo, settingsOptions } from '../../api/settings.ts';
import { CompanyMark } from '../../frame/company-mark.tsx';
import { Section } from '../../frame/section.tsx';
import { LOCALES } from '../../../domain/locales.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { SaveRow } from './save-row.tsx';
import { useSettingsAction } from './use-settings-action.ts';

const PICTURES = 'image/png,image/jpeg,image/svg+xml';

/** What the company is called, its logo, and the currency that its pay is in. */
export function CompanySection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const cache = useQueryClient();
  const { data, error } = useQuery(settingsOptions);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  // Everything on any page may speak of what has changed.
  const again = () => cache.invalidateQueries();
  const save = useSettingsAction(() => {
    setTyped(null);
    setChosen(null);
  });
  const picture = useMutation({ mutationFn: setLogo, onSuccess: again });
  const remove = useMutation({ mutationFn: removeLogo, onSuccess: again });
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'currency' });
  const currencies = Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
  return (
    <Section title={t('company.title')} lead={t('company.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = (typed ?? data?.companyName ?? '').trim();
          save.mutate({
            companyName: name === '' ? null : name,
            ...(chosen === null ? {} : { currency: chosen }),
          });
        }}
      >
        <Stack gap="sm" maw="26rem">
          <Refusal
            title={t('company.refused')}
            error={error ?? save.error ?? picture.error ?? remove.error}
          />
          <TextInput
            label={t('company.name')}
            description={t('company.nameRule')}
            maxLength={60}
            value={typed ?? data?.companyName ?? ''}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <NativeSelect
            label={t('company.currency')}
            description={t('company.currencyRule')}
            value={chosen ?? data?.currencyNow ?? ''}
            data={currencies}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          <SaveRow
            save={save}
            ready={data !== undefined}
            changed={typed !== null || chosen !== null}
          />
          <Text fw={600}>{t('company.logo')}</Text>
          <Group gap="sm" className="company-preview">
            <CompanyMark />
          </Group>
          <Text size="sm" c="dimmed">
            {t('company.logoRule')}
          </Text>
          <Group gap="sm">
            <FileButton
              accept={PICTURES}
              onChange={(file) => {
                if (file !== null) picture.mutate(file);
              }}
            >
              {(props) => (
                <Button {...props} variant="default" loading={picture.isPending}>
                  {t('company.choose')}
                </Button>
              )}
            </FileButton>
            {data?.hasLogo === true ? (
              <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('company.remove')}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
