import { useMutation, useQueryClient } from '@tanstack/react-query';

/** An action on an import; it is pending until the import's state after it has arrived. */
export function useImportAction<Input, Answer>(run: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => cache.invalidateQueries({ queryKey: ['imports'] }),
  });
}
