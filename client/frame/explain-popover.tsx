import { Popover } from '@mantine/core';
import { useLayoutEffect, type Ref } from 'react';
import { metric } from '../../domain/metrics/registry.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ExplainContent } from './explain-content.tsx';
import type { Explained } from './explain-context.ts';

interface AnchorTargetProps {
  readonly anchor: HTMLElement;
  readonly ref?: Ref<HTMLElement>;
}

/** Stands in for an element that is there already, so that a popover can hang at it. */
function AnchorTarget({ anchor, ref }: AnchorTargetProps) {
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(anchor);
    else if (ref) ref.current = anchor;
  }, [anchor, ref]);
  return null;
}

interface ExplainPopoverProps {
  readonly shown: Explained;
  readonly onClose: () => void;
}

/** The explanation of one figure, beside it. */
export function ExplainPopover({ shown, onClose }: ExplainPopoverProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = metric(shown.of.metric).label[language];
  return (
    <Popover
      opened
      onChange={onClose}
      width={380}
      position="bottom"
      withArrow
      shadow="md"
      trapFocus
      // Walking through it may scroll the figure out of sight.
      hideDetached={false}
    >
      <Popover.Target>
        <AnchorTarget anchor={shown.anchor} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('explain.title', { name })} className="metric-info">
        <ExplainContent figure={shown.figure} unit={shown.unit} of={shown.of} />
      </Popover.Dropdown>
    </Popover>
  );
}
