import { Tooltip } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';

interface HoverTipProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Says more under the mouse. It is made when the mouse comes: a page of tables holds hundreds of them. */
export function HoverTip({ label, children }: HoverTipProps) {
  const target = useRef<HTMLSpanElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <>
      <span
        ref={target}
        onPointerEnter={({ pointerType }) => setIsOver(pointerType === 'mouse')}
        onPointerLeave={() => setIsOver(false)}
      >
        {children}
      </span>
      {isOver ? (
        <Tooltip target={target} label={label} multiline maw={280} withArrow defaultOpened />
      ) : null}
    </>
  );
}
