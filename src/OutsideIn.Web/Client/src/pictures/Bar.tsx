import { Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../app/api';
import { toneOf } from '../app/theme';
import { FigureLink } from '../parts/FigureLink';

/** A bar of parts that add up to the whole; its legend says the same in words. */
export function Bar({ bar }: { bar: Schemas['BarView'] }) {
  return (
    <Stack gap={8}>
      <div role="img" aria-label={bar.summary} style={{ display: 'flex', height: 22, borderRadius: 6, overflow: 'hidden', gap: 2 }}>
        {bar.parts.filter(one => one.share > 0).map(one => <div key={one.name} title={`${one.name}: ${one.text}`} style={{ width: `${one.share * 100}%`, minWidth: 3, background: toneOf(one.tone) }} />)}
      </div>
      <Group gap="lg">
        {bar.parts.map(one => (
          <Group key={one.name} gap={6} wrap="nowrap">
            <span aria-hidden style={{ width: 10, height: 10, borderRadius: 3, background: toneOf(one.tone) }} />
            <Text size="sm">{one.name} <FigureLink figure={one.figure}>{one.text}</FigureLink></Text>
          </Group>
        ))}
      </Group>
    </Stack>
  );
}
