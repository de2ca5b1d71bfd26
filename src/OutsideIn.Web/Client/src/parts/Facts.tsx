import { Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../app/api';
import { FigureLink } from './FigureLink';

type Fact = Schemas['FactView'];

/** Facts below each other, name at the left and figure at the right. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <Stack gap={6} component="dl" m={0}>
      {facts.map(one => (
        <Group key={one.name} justify="space-between" wrap="nowrap" gap="md" align="baseline">
          <Text component="dt" size="sm" c="dimmed">{one.name}</Text>
          <Text component="dd" m={0} size="sm" fw={550} ta="right" className="figures"><FigureLink figure={one.figure}>{one.text}</FigureLink></Text>
        </Group>
      ))}
    </Stack>
  );
}

/** Facts beside each other in one line. */
export function FactLine({ facts }: { facts: Fact[] }) {
  return (
    <Group gap="md">
      {facts.map(one => <Text key={one.name} size="sm" c="dimmed" className="figures">{one.name} <Text span inherit c="var(--mantine-color-text)" fw={550}><FigureLink figure={one.figure}>{one.text}</FigureLink></Text></Text>)}
    </Group>
  );
}
