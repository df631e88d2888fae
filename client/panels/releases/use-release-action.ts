import { useMutation, useQueryClient } from '@tanstack/react-query';

/** An action on the releases; pending until the list and the preview that follow from it have arrived. */
export function useReleaseAction(run: () => Promise<void>, onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      onDone();
      return cache.invalidateQueries({ queryKey: ['releases'] });
    },
  });
}
