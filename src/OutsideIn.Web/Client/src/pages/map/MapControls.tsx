import { Group, SegmentedControl, Slider, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Schemas } from '../../app/api';
import { isReport } from '../../app/report';
import { map } from '../../app/texts';
import { colourings, type Coloured } from '../../pictures/MapShapes';

/** The switch of colours and the two sliders; all three stand in the address. */
export function MapControls({ view, by, onChange }: { view: Schemas['ProcessMapView']; by: Coloured; onChange: (changes: Record<string, string | null>) => void }) {
  return (
    <Group gap="xl" align="center" className="no-print" flex={1}>
      <Group gap="xs" wrap="nowrap"><Text size="sm" c="dimmed" id="colour-by">{map.colour}</Text><SegmentedControl size="xs" aria-labelledby="colour-by" value={by} onChange={value => onChange({ colour: value === 'frequency' ? null : value })} data={colourings.map(value => ({ value, label: map.colours[value] }))} /></Group>
      {isReport ? <Text size="xs" c="dimmed">{map.report}</Text> : (
        <>
          <MapSlider name={map.activities} slider={view.activities} onEnd={value => onChange({ activities: String(value), connections: null })} />
          <MapSlider name={map.connections} slider={view.connections} onEnd={value => onChange({ activities: String(view.activities.value), connections: String(value) })} />
        </>
      )}
    </Group>
  );
}

function MapSlider({ name, slider, onEnd }: { name: string; slider: Schemas['SliderView']; onEnd: (value: number) => void }) {
  const [value, setValue] = useState(slider.value);
  useEffect(() => setValue(slider.value), [slider.value]);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">{name}</Text>
      <Slider size="sm" w={150} min={slider.min} max={Math.max(slider.min, slider.max)} value={value} onChange={setValue} onChangeEnd={onEnd} label={null} thumbLabel={name} disabled={slider.max <= slider.min} thumbProps={{ 'aria-valuetext': slider.text }} />
      <Text size="sm" className="figures nowrap" miw={62}>{value === slider.value ? slider.text : value}</Text>
    </Group>
  );
}
