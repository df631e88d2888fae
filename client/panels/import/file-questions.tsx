import { Stack, TextInput } from '@mantine/core';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FileQuestion } from './file-question.tsx';
import { questionsOf } from './questions.ts';
import type { MappingState } from './mapping-state.ts';

interface FileQuestionsProps {
  readonly kind: Kind;
  readonly summary: Summary | null;
  readonly state: MappingState;
  readonly onChange: (state: MappingState) => void;
}

/** The day the file is of, and whatever else it cannot say by itself. */
export function FileQuestions({ kind, summary, state, onChange }: FileQuestionsProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const used = summary?.asOf ?? null;
  return (
    <Stack gap="lg">
      {kind === 'hires' ? (
        <TextInput
          type="date"
          label={t('import.questions.asOf')}
          description={
            used === null || state.asOf !== ''
              ? t('import.questions.asOfWhy')
              : t('import.questions.asOfUsed', { day: format.day(used) })
          }
          value={state.asOf}
          onChange={(event) => onChange({ ...state, asOf: event.currentTarget.value })}
          className="import-answer"
        />
      ) : null}
      {questionsOf(kind, summary, state).map((question) => (
        <FileQuestion key={question} question={question} state={state} onChange={onChange} />
      ))}
    </Stack>
  );
}
