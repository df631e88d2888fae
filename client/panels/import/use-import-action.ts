import { useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * An action on an import; it is pending until the import's state after it has arrived.
 * @param onDone called once it has succeeded, even if what began it is not on the page any more.
 */
export function useImportAction<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => {},
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: ['imports'] }),
  });
}
