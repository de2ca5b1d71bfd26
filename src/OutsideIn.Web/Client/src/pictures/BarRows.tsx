import { Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../app/api';
import { toneOf } from '../app/theme';
import { TooMuch } from '../parts/FiveStates';
import { FigureLink } from '../parts/FigureLink';
import { Marked } from '../parts/Marked';

type Row = Schemas['BarRowView'];

/** Rows of bars on one scale: name and figure above, bar in the middle, what to know below. */
export function BarRows({ rows }: { rows: Schemas['BarRowsView'] }) {
  return (
    <Stack gap="sm" role="group" aria-label={rows.summary}>
      {rows.legend.length > 0 && <Group gap="lg">{rows.legend.map(one => <Group key={one.name} gap={6} wrap="nowrap"><span aria-hidden style={{ width: 10, height: 10, borderRadius: 3, background: toneOf(one.tone) }} /><Text size="sm">{one.name}</Text></Group>)}</Group>}
      {rows.limit && <TooMuch text={rows.limit} />}
      {rows.rows.map(one => <BarRow key={one.key} row={one} />)}
    </Stack>
  );
}

function BarRow({ row }: { row: Row }) {
  return (
    <div style={{ breakInside: 'avoid' }}>
      <Group justify="space-between" wrap="nowrap" gap="md" align="baseline">
        <Text size="sm" component="div" fw={500} miw={0}><Marked marks={row.marks}>{row.name}</Marked></Text>
        <Text size="sm" className="figures nowrap"><FigureLink figure={row.figure}>{row.text}</FigureLink></Text>
      </Group>
      <BarParts parts={row.parts} />
      {row.detail && <Text size="xs" c="dimmed" className="figures">{row.detail}</Text>}
    </div>
  );
}

function BarParts({ parts }: { parts: Row['parts'] }) {
  return (
    <div role="img" aria-label={parts.map(one => `${one.name}: ${one.text}`).join(', ')} style={{ display: 'flex', gap: 1, height: 14, margin: '3px 0', borderRadius: 4, overflow: 'hidden', background: 'var(--mantine-color-default-hover)' }}>
      {parts.filter(one => one.share > 0).map(one => <div key={one.name} title={`${one.name}: ${one.text}`} style={{ width: `${one.share * 100}%`, minWidth: 2, background: toneOf(one.tone) }} />)}
    </div>
  );
}
