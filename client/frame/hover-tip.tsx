import { Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface HoverTipProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Says more under the pointer. It is made when the pointer comes: a page of tables holds hundreds of them. */
export function HoverTip({ label, children }: HoverTipProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <span onMouseEnter={() => setIsOver(true)} onMouseLeave={() => setIsOver(false)}>
      {isOver ? (
        <Tooltip label={label} multiline maw={280} withArrow opened>
          <span>{children}</span>
        </Tooltip>
      ) : (
        children
      )}
    </span>
  );
}
