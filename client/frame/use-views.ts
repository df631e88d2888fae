import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { RequestError } from '../api/request-error.ts';
import { removeView, renameView, saveView, viewsOptions, type SavedView } from '../api/views.ts';
import { stringifySearch } from './search-parameters.ts';
import { changedParameters, useViewState } from './use-view-state.ts';

/** What went wrong with a view: its name is taken, or what the server or the network said. */
export type ViewFailure = 'taken' | Error | null;

function failureOf(error: Error | null): ViewFailure {
  return error instanceof RequestError && error.code === 'conflict' ? 'taken' : error;
}

/** The saved views, the place one is at, and everything that can be done with them. */
export function useViews() {
  const cache = useQueryClient();
  const router = useRouter();
  const { parameters } = useViewState();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const views = useQuery(viewsOptions);
  const onSettled = () => cache.invalidateQueries({ queryKey: viewsOptions.queryKey });
  const save = useMutation({ mutationFn: saveView, onSettled });
  const rename = useMutation({
    mutationFn: ({ id, name }: Pick<SavedView, 'id' | 'name'>) => renameView(id, name),
    onSettled,
  });
  const remove = useMutation({ mutationFn: removeView, onSettled });
  // A view begins at the first page of a list.
  const query = stringifySearch(changedParameters(parameters, {})).slice(1);
  return {
    views,
    here: { path, query },
    go: ({ path: to, query: kept }: Pick<SavedView, 'path' | 'query'>) =>
      router.history.push(kept === '' ? to : `${to}?${kept}`),
    save: { ...save, failure: failureOf(save.error) },
    rename: { ...rename, failure: failureOf(rename.error) },
    remove,
  };
}
