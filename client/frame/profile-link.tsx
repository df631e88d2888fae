import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { changedParameters } from './use-view-state.ts';
import { searchParametersFrom } from './search-parameters.ts';

const LinkAnchor = createLink(Anchor<'a'>);

interface ProfileLinkProps {
  readonly schoolId: string;
  readonly name: string;
}

/** The way to a school's profile, with all filters that are on but that of the school itself. */
export function ProfileLink({ schoolId, name }: ProfileLinkProps) {
  const { t } = useTranslation();
  return (
    <LinkAnchor
      to="/schools/$schoolId"
      params={{ schoolId }}
      search={(previous: Readonly<Record<string, unknown>>) =>
        changedParameters(searchParametersFrom(previous), { school: [] })
      }
      size="sm"
      className="profile-link"
    >
      {t('profile.open', { name })}
    </LinkAnchor>
  );
}
