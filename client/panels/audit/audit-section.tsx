import { Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AUDIT_ACTIONS, AUDIT_KIND_IDS, AUDIT_KINDS } from '../../../domain/audit.ts';
import { auditOptions, type AuditLine } from '../../api/audit.ts';
import { tokensOptions, usersOptions } from '../../api/users.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { auditField, auditValue } from './audit-words.ts';

/** Who did what to what, with a choice of person, kind and days. */
export function AuditSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const asked = (key: string) => valuesOf(parameters, key)[0] ?? '';
  const selected = { by: asked('by'), kind: asked('what'), from: asked('from'), to: asked('to') };
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    auditOptions(selected),
  );
  const { data: users = [] } = useQuery(usersOptions);
  const { data: tokens = [] } = useQuery(tokensOptions);
  const lines = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const choose = (key: string, value: string) => change({ [key]: value === '' ? [] : [value] });
  return (
    <Section title={t('audit.title')} lead={t('audit.lead')}>
      <Stack gap="md">
        <Group align="end" gap="sm">
          <NativeSelect
            label={t('audit.by')}
            value={selected.by}
            data={[
              { value: '', label: t('audit.everybody') },
              ...users.map(({ email, name }) => ({ value: email, label: name })),
              ...tokens.map(({ id, name }) => ({
                value: `token:${id}`,
                label: t('audit.token', { name }),
              })),
            ]}
            onChange={({ currentTarget }) => choose('by', currentTarget.value)}
          />
          <NativeSelect
            label={t('audit.kind')}
            value={selected.kind}
            data={[
              { value: '', label: t('audit.everything') },
              ...AUDIT_KIND_IDS.map((id) => ({ value: id, label: AUDIT_KINDS[id][language] })),
            ]}
            onChange={({ currentTarget }) => choose('what', currentTarget.value)}
          />
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={t(`audit.${end}`)}
              value={selected[end]}
              onChange={({ currentTarget }) => choose(end, currentTarget.value)}
            />
          ))}
        </Group>
        <Refusal title={t('audit.refused')} error={error} />
        {data !== undefined && lines.length === 0 ? (
          <Text c="dimmed">{t('audit.none')}</Text>
        ) : null}
        {lines.length === 0 ? null : <AuditTable lines={lines} />}
        {hasNextPage ? (
          <Button
            variant="default"
            loading={isFetching}
            style={{ alignSelf: 'start' }}
            onClick={() => void fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const columns = (['when', 'by', 'what', 'changes'] as const).map((id) => t(`audit.${id}`));
  return (
    <ScrollRegion label={t('table.scroll', { name: t('audit.title') })}>
      <Table verticalSpacing="xs" className="people-table">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>{format.moment(line.at)}</Table.Td>
              <Table.Td>
                {line.by?.name ?? t('audit.nobody')}
                <Text size="sm" c="dimmed" className="secret">
                  {line.by?.email}
                </Text>
              </Table.Td>
              <Table.Td>
                {AUDIT_KINDS[line.entity][language]} · {AUDIT_ACTIONS[line.action][language]}
                <Text size="sm" c="dimmed" className="secret">
                  {line.label}
                </Text>
              </Table.Td>
              <Table.Td>
                <Changes line={line} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Changes({ line }: { readonly line: AuditLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return Object.entries(line.changes).map(([field, { before, after }]) => {
    const was = auditValue(line, field, before, language);
    const is = auditValue(line, field, after, language);
    const change = was === '' ? is : `${was} → ${is === '' ? t('audit.nothing') : is}`;
    return (
      <Text size="sm" key={field} className="secret">
        {t('audit.change', { field: auditField(line, field, language), change })}
      </Text>
    );
  });
}
