import { Text } from '@mantine/core';
import { ROLES } from '../../../domain/roles.ts';
import { useMe } from '../../frame/use-me.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Who is signed in, and as what. */
export function AccountLine() {
  const language = useLanguage();
  const me = useMe();
  if (me === null) return null;
  return (
    <Text c="dimmed">
      {me.user.email} · {ROLES[me.user.role][language]}
    </Text>
  );
}
