import '../../frame/frame.css';
import './import.css';
import { Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode, type Ref } from 'react';

interface ImportSectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** One step of an import, in the look of the panels. */
export function ImportSection({ title, lead, ref, children }: ImportSectionProps) {
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
      <div className="import-section-body">{children}</div>
    </Paper>
  );
}
