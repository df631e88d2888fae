import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  RESULTS_STAGES,
} from '../../../domain/records/enumerations.ts';
import type { Language } from '../../../domain/language.ts';
import { LIST_SIGN } from '../../../domain/cooperation/promises.ts';
import { columnOf } from '../../../domain/records/kinds.ts';
import { dimensionsOptions } from '../../api/dimensions.ts';
import { nameIn } from '../../frame/named.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fieldLabel } from '../import/field-label.ts';
import type { LedgerEntry } from '../../api/cooperation.ts';
import { fieldsFor, type Written } from './entry-form.ts';
import { LinkRows, PromiseRows } from './list-rows.tsx';

interface EntryFieldsProps {
  /** The entry as it is stored; null for one that is yet to be made. */
  readonly entry: LedgerEntry | null;
  readonly written: Written;
  readonly onWrite: (field: string, text: string) => void;
}

const LONG: readonly string[] = ['used', 'outcome', 'minutes'];

type Codes = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const CHOICES: Readonly<Record<string, Codes>> = {
  kind: COOPERATION_KINDS,
  status: COOPERATION_STATUSES,
  results_stage: RESULTS_STAGES,
};

/** The fields of an entry as its kind has them. */
export function EntryFields({ entry, written, onWrite }: EntryFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(dimensionsOptions);
  const schools = (data?.['school'] ?? []).map((school) => ({
    value: String(school.id),
    label: nameIn(language, school),
  }));
  const none = { value: '', label: t('ledger.form.none') };
  const optionsOf = (field: string) => {
    if (field === 'school') return [none, ...schools];
    if (field === 'shared') {
      return [
        { value: 'no', label: t('ledger.form.no') },
        { value: 'yes', label: t('ledger.form.yes') },
      ];
    }
    const codes = CHOICES[field];
    if (codes === undefined) return null;
    const options = Object.entries(codes).map(([value, label]) => ({
      value,
      label: label[language],
    }));
    return [none, ...options];
  };
  return (
    <div className="entry-fields">
      {fieldsFor(written['kind'] ?? '', written).map((field) => {
        const column = columnOf('cooperation', field);
        if (column === null) return null;
        const value = written[field] ?? (field === 'shared' ? 'no' : '');
        const options = optionsOf(field);
        const list = {
          label: fieldLabel(column, language),
          value,
          onWrite: (lines: string) => onWrite(field, lines),
        };
        if (field === 'promises') {
          return <PromiseRows key={field} {...list} stored={entry?.promises ?? []} />;
        }
        if (field === 'links') return <LinkRows key={field} {...list} />;
        const shared = {
          label: fieldLabel(column, language),
          required: column.required === true,
          value,
        };
        if (options !== null) {
          return (
            <NativeSelect
              key={field}
              {...shared}
              data={options}
              onChange={(event) => onWrite(field, event.currentTarget.value)}
            />
          );
        }
        if (LONG.includes(field)) {
          const help = column.help[language];
          return (
            <Textarea
              key={field}
              {...shared}
              className="entry-long"
              description={
                field === 'used'
                  ? `${t('ledger.form.perLine')} ${column.example.split(LIST_SIGN)[0]}`
                  : help
              }
              rows={Math.min(8, Math.max(2, value.split('\n').length))}
              onChange={(event) => onWrite(field, event.currentTarget.value)}
            />
          );
        }
        return (
          <TextInput
            key={field}
            {...shared}
            {...(column.kind === 'date' ? { type: 'date' } : {})}
            {...(column.kind === 'count' || column.kind === 'amount'
              ? { inputMode: 'numeric' as const }
              : {})}
            onChange={(event) => onWrite(field, event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}
