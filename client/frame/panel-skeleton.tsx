import { Group, Skeleton, Stack } from '@mantine/core';

/** The shape that a panel's data will have. */
export type SkeletonShape = 'cards' | 'columns' | 'bars' | 'table' | 'flow';

const COLUMNS = [40, 55, 48, 70, 62, 85, 78, 95, 60];
const BARS = [95, 70, 52, 30];
const LINES = [0, 1, 2, 3, 4, 5, 6, 7];

function Columns() {
  return (
    <Group align="flex-end" wrap="nowrap" gap="md" h="18rem">
      {COLUMNS.map((height, index) => (
        <Skeleton key={index} height={`${height}%`} radius="xs" />
      ))}
    </Group>
  );
}

function Bars() {
  return (
    <Stack gap="md">
      {BARS.map((width) => (
        <Skeleton key={width} height={28} width={`${width}%`} radius="xs" />
      ))}
    </Stack>
  );
}

function Lines() {
  return (
    <Stack gap="sm">
      {LINES.map((line) => (
        <Skeleton key={line} height={20} radius="xs" />
      ))}
    </Stack>
  );
}

/** Stands in a panel's place while its data loads. */
export function PanelSkeleton({ shape }: { readonly shape: SkeletonShape }) {
  if (shape === 'cards') return <Skeleton height="12rem" radius="sm" />;
  if (shape === 'flow') return <Skeleton height="26rem" radius="sm" />;
  if (shape === 'columns') return <Columns />;
  return shape === 'bars' ? <Bars /> : <Lines />;
}
