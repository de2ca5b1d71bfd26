import { Stack, Text, Tooltip } from '@mantine/core';
import type { Schemas } from '../app/api';
import { toneOf } from '../app/theme';
import { FigureLink } from '../parts/FigureLink';

/** The two clocks on one scale: the median as a solid bar, the 90th percentile as a lighter one behind it. */
export function ClockBars({ clocks }: { clocks: Schemas['ClockBarView'][] }) {
  return (
    <Stack gap="md" mt="xs">
      {clocks.map(one => (
        <div key={one.name}>
          <Tooltip label={`${one.definition} ${one.interval}`} maw={420}><Text size="sm" fw={600} span tabIndex={0} style={{ borderBottom: '1px dotted currentColor' }}>{one.name}</Text></Tooltip>
          <div role="img" aria-label={`${one.name}: ${one.median} ${one.text}`} style={{ position: 'relative', height: 20, margin: '6px 0 4px' }}>
            <div style={{ position: 'absolute', inset: 0, width: `${one.p90Share * 100}%`, background: toneOf(one.tone), opacity: 0.22, borderRadius: 5 }} />
            <div style={{ position: 'absolute', inset: 0, width: `${one.medianShare * 100}%`, minWidth: 3, background: toneOf(one.tone), borderRadius: 5 }} />
          </div>
          <Text size="sm" className="figures"><b>{one.median}</b> {one.text} <Text span size="xs" c="dimmed">· <FigureLink figure={one.figure} quiet>{one.open}</FigureLink></Text></Text>
        </div>
      ))}
    </Stack>
  );
}
