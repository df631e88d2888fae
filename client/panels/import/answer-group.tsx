import { Radio, Stack } from '@mantine/core';

interface AnswerGroupProps<Value extends string> {
  readonly question: string;
  /** What the answer is needed for. */
  readonly why: string;
  readonly answers: readonly { readonly value: Value; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: Value) => void;
}

/** A question with few answers, none of them chosen beforehand. */
export function AnswerGroup<Value extends string>(props: AnswerGroupProps<Value>) {
  const { question, why, answers, value, onChange } = props;
  return (
    <Radio.Group
      label={question}
      description={why}
      value={value}
      onChange={(chosen) => {
        const answer = answers.find((candidate) => candidate.value === chosen);
        if (answer !== undefined) onChange(answer.value);
      }}
    >
      <Stack gap="xs" mt="xs">
        {answers.map((answer) => (
          <Radio key={answer.value} value={answer.value} label={answer.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
