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
          <Text size="sm"><b>{one.name}</b> <Text span c="dimmed" size="xs">{one.definition}</Text></Text>
          <Tooltip label={`Median ${one.median}, ${one.interval}. Nine in ten within ${one.p90}.`}>
            <div role="img" aria-label={`${one.name}: median ${one.median}, nine in ten within ${one.p90}`} style={{ position: 'relative', height: 20, margin: '4px 0' }}>
              <div style={{ position: 'absolute', inset: 0, width: `${one.p90Share * 100}%`, background: toneOf(one.tone), opacity: 0.22, borderRadius: 5 }} />
              <div style={{ position: 'absolute', inset: 0, width: `${one.medianShare * 100}%`, minWidth: 3, background: toneOf(one.tone), borderRadius: 5 }} />
            </div>
          </Tooltip>
          <Text size="sm" className="figures">Median <b>{one.median}</b>, nine in ten within <b>{one.p90}</b> <Text span size="xs" c="dimmed">· <FigureLink figure={one.figure} quiet>{one.open}</FigureLink></Text></Text>
        </div>
      ))}
    </Stack>
  );
}
