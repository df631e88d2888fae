import { Alert, Button, Divider } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { isSignOnRefusal, SIGN_ON_REFUSALS } from '../../../domain/sign-on.ts';
import { beginSingleSignOn, welcomeOptions } from '../../api/account.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';

/** The way in by the company's own provider, where one is set up. */
export function SingleSignOn({ returnTo }: { readonly returnTo: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(welcomeOptions);
  const begin = useMutation({
    mutationFn: () => beginSingleSignOn(returnTo),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const provider = data?.singleSignOn ?? null;
  if (provider === null) return null;
  return (
    <>
      <Refusal title={t('account.refused')} error={begin.error} />
      <Button
        variant="default"
        // Until the page of the provider is there.
        loading={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate()}
      >
        {provider.label === null
          ? t('account.sso')
          : t('account.ssoBy', { provider: provider.label })}
      </Button>
      <Divider label={t('account.or')} />
    </>
  );
}

/** The address at hand, without why the last sign-on was refused. */
export function useReturnAddress(): { readonly returnTo: string; readonly refused: string | null } {
  const { pathname, searchStr } = useLocation();
  const search = new URLSearchParams(searchStr);
  const refused = search.get('refused');
  search.delete('refused');
  const rest = search.toString();
  return { returnTo: pathname + (rest === '' ? '' : `?${rest}`), refused };
}

/** Why the provider's answer let nobody in. */
export function SignOnRefused({ refused }: { readonly refused: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (refused === null || !isSignOnRefusal(refused)) return null;
  return (
    <Alert role="alert" color="red" title={t('account.refused')} className="import-alert">
      {SIGN_ON_REFUSALS[refused][language]}
    </Alert>
  );
}
