import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetFigures } from '../import/forget-figures.ts';

/**
 * An action on the directory. Names and figures everywhere follow from it, so all that is derived from the data is
 * asked again; it is pending until what is on the page has arrived.
 * @param onDone called once it has succeeded, before anything has arrived.
 */
export function useDirectoryAction<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => {},
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (answer) => {
      onDone(answer);
      return forgetFigures(cache);
    },
  });
}
