import { CloseButton } from '@mantine/core';
import { useTranslation } from '../../i18n/use-translation.ts';

interface AliasListProps {
  readonly aliases: readonly string[];
  /** Takes one away; left out, they can only be read. */
  readonly onRemove?: (alias: string) => void;
}

/** The other names of an entry. */
export function AliasList({ aliases, onRemove }: AliasListProps) {
  const { t } = useTranslation();
  if (aliases.length === 0) return null;
  return (
    <ul className="alias-list">
      {aliases.map((alias) => (
        <li key={alias} className={onRemove ? 'alias-pill removable' : 'alias-pill'}>
          {alias}
          {onRemove === undefined ? null : (
            <CloseButton
              size="sm"
              aria-label={t('directory.alias.remove', { name: alias })}
              onClick={() => onRemove(alias)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
