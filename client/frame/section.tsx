import './frame.css';
import { Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode, type Ref } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A part of a page that is no panel of figures, in the look of the panels. */
export function Section({ title, lead, ref, children }: SectionProps) {
  const headingId = useId();
  return (
    <Paper
      component="section"
      className="panel"
      ref={ref}
      tabIndex={ref === undefined ? undefined : -1}
      aria-labelledby={headingId}
      withBorder
    >
      <Title order={2} size="h4" id={headingId}>
        {title}
      </Title>
      {lead === undefined ? null : (
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      )}
      <div className="section-body">{children}</div>
    </Paper>
  );
}
