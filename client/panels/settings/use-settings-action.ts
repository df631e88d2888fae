import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeSettings } from '../../api/settings.ts';

/**
 * Changes settings. Everything on any page may speak of what has changed, so all is asked again.
 * @param onSaved called once it is saved, before anything has arrived.
 */
export function useSettingsAction(onSaved: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: changeSettings,
    onSuccess: () => {
      onSaved();
      return cache.invalidateQueries();
    },
  });
}
