import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetFigures } from '../import/forget-figures.ts';

/**
 * An action on the ledger of which others may be faster. Whether it succeeds or somebody else came first, everything
 * that follows from the ledger is asked again, so that what is refused is seen as it is now.
 */
export function useLedgerAction<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => {},
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (answer) => onDone(answer),
    onSettled: () => forgetFigures(cache),
  });
}
