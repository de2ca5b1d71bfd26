import { Group, Text } from '@mantine/core';
import type { Schemas } from '../../app/api';
import { map } from '../../app/texts';
import { scaleOf } from '../../app/theme';
import { ShapeIcon, ShapeKey, type Coloured } from '../../pictures/MapShapes';

/** How the colours and the shapes of the map are to be read. */
export function MapLegend({ scale, by, isDark, view }: { scale: Schemas['ScaleView']; by: Coloured; isDark: boolean; view: Schemas['ProcessMapView'] }) {
  const there = new Set(view.nodes.map(one => one.shape));
  const isSuggested = view.nodes.some(one => one.isSuggested);
  const isAgain = view.nodes.some(one => one.again);
  return (
    <div style={{ margin: '10px 0 8px', display: 'flex', flexDirection: 'column', gap: 6 }}>
      <Group gap="md" data-legend={by}>
        <Text size="xs" fw={600}>{scale.title}</Text>
        {scale.steps.map(one => (
          <Group key={one.level} gap={5} wrap="nowrap">
            <span aria-hidden style={{ width: 20, height: 12, borderRadius: 3, background: scaleOf(by, 'fill', one.level, isDark), border: '1px solid var(--mantine-color-default-border)', borderBottom: `4px solid ${scaleOf(by, 'line', one.level, isDark)}`, boxSizing: 'content-box' }} />
            <Text size="xs" className="figures">{one.text}</Text>
          </Group>
        ))}
        {scale.note && <Text size="xs" c="dimmed">{scale.note}</Text>}
      </Group>
      <Group gap="md">
        {map.shapes.filter(([shape]) => there.has(shape)).map(([shape, name]) => <Group key={shape} gap={5} wrap="nowrap" c={shape === 'failure' ? '#c05a1c' : undefined}><ShapeKey shape={shape} /><ShapeIcon shape={shape} size={14} /><Text size="xs" c="var(--mantine-color-text)">{name}</Text></Group>)}
        {isAgain && <Text size="xs">{map.again}</Text>}
        {isSuggested && <Text size="xs">{map.suggested}</Text>}
      </Group>
    </div>
  );
}
