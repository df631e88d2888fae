import { STAGES } from '../../../domain/records/enumerations.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AnswerGroup } from './answer-group.tsx';
import type { Question } from './questions.ts';
import { SALARY_PERIOD, STAGE, withConstant, type MappingState } from './mapping-state.ts';

interface FileQuestionProps {
  readonly question: Question;
  readonly state: MappingState;
  readonly onChange: (state: MappingState) => void;
}

const STAGE_ORDER = ['hired', 'interned', 'candidate'] as const;
const LEAVERS = { all: true, none: false, roster: 'roster' } as const;
const LEAVER_ANSWERS = ['all', 'none', 'roster'] as const;
const IDENTITIES = ['add', 'replace'] as const;
const DATE_ORDERS = ['dmy', 'mdy'] as const;
const PAY_PERIODS = ['year', 'month'] as const;

/** One question about the file, with the answers that it can have. */
export function FileQuestion({ question, state, onChange }: FileQuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const asked = {
    question: t(`import.questions.${question}`),
    why: t(`import.questions.${question}Why`),
  };
  switch (question) {
    case 'stage':
      return (
        <AnswerGroup
          {...asked}
          answers={STAGE_ORDER.map((value) => ({ value, label: STAGES[value][language] }))}
          value={state.constants[STAGE] ?? null}
          onChange={(value) => onChange(withConstant(state, STAGE, value))}
        />
      );
    case 'leavers':
      return (
        <AnswerGroup
          {...asked}
          answers={LEAVER_ANSWERS.map((value) => ({
            value,
            label: t(`import.questions.leaversAnswer.${value}`),
          }))}
          value={LEAVER_ANSWERS.find((answer) => LEAVERS[answer] === state.includesLeavers) ?? null}
          onChange={(value) => onChange({ ...state, includesLeavers: LEAVERS[value] })}
        />
      );
    case 'identity':
      return (
        <AnswerGroup
          {...asked}
          answers={IDENTITIES.map((value) => ({
            value,
            label: t(`import.questions.identityAnswer.${value}`),
          }))}
          value={state.identity}
          onChange={(identity) => onChange({ ...state, identity })}
        />
      );
    case 'dateOrder':
      return (
        <AnswerGroup
          {...asked}
          answers={DATE_ORDERS.map((value) => ({
            value,
            label: t(`import.questions.dateOrderAnswer.${value}`),
          }))}
          value={state.dateOrder}
          onChange={(dateOrder) => onChange({ ...state, dateOrder })}
        />
      );
    case 'decimal':
      return (
        <AnswerGroup
          {...asked}
          answers={[
            { value: '.', label: t('import.questions.decimalAnswer.point') },
            { value: ',', label: t('import.questions.decimalAnswer.comma') },
          ]}
          value={state.decimal}
          onChange={(decimal) => onChange({ ...state, decimal })}
        />
      );
    case 'payPeriod':
      return (
        <AnswerGroup
          {...asked}
          answers={PAY_PERIODS.map((value) => ({
            value,
            label: t(`import.questions.payPeriodAnswer.${value}`),
          }))}
          value={state.constants[SALARY_PERIOD] ?? null}
          onChange={(value) => onChange(withConstant(state, SALARY_PERIOD, value))}
        />
      );
  }
}
