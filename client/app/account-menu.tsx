import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ROLES } from '../../domain/roles.ts';
import { signOut, type Me } from '../api/account.ts';
import { ChevronIcon, PersonIcon } from '../frame/icons.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Who is signed in, and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    // The page begins anew: nothing that was asked stays for whoever comes next.
    onSuccess: () => window.location.assign('/'),
  });
  const { name, role } = me.user;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className="account-button"
          rightSection={<ChevronIcon size={14} />}
          aria-label={t('account.menu', { name })}
        >
          <span className="account-name">{name}</span>
          <span className="account-icon">
            <PersonIcon size={18} />
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('account.as', { name, role: ROLES[role][language] })}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: '/account' })}>{t('account.own')}</Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
