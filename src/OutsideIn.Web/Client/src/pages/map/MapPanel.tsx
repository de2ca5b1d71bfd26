import { ActionIcon, Badge, Card, Divider, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Schemas } from '../../app/api';
import { map, words } from '../../app/texts';
import { FactList } from '../../parts/Facts';
import { ShapeIcon } from '../../pictures/MapShapes';

type View = Schemas['ProcessMapView'];

/** The figures of what is picked, and where its connections lead. */
export function MapPanel({ node, edge, view, onClose, onPick }: { node?: Schemas['MapNodeView']; edge?: Schemas['MapEdgeView']; view: View; onClose: () => void; onPick: (id: string) => void }) {
  return (
    <Card component="aside" padding="md" aria-label={node?.name ?? edge?.name} data-panel className="map-panel">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <div>
          <Title order={3} style={{ overflowWrap: 'anywhere' }}>{node?.name ?? edge?.name}</Title>
          {node && <Group gap={6} mt={2}><ShapeIcon shape={node.shape} size={14} /><Text size="xs" c="dimmed">{node.shapeName}</Text>{node.isSuggested && <Badge size="xs" variant="light" color="yellow">{words.suggested}</Badge>}</Group>}
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label={map.close} onClick={onClose}><IconX size={16} /></ActionIcon>
      </Group>
      <FactList facts={(node ?? edge)!.facts} />
      {node && <Ways title="Comes from" ways={view.edges.filter(one => one.to === node.id)} nameOf={one => nameAt(view, one.from)} onPick={onPick} />}
      {node && <Ways title="Goes to" ways={view.edges.filter(one => one.from === node.id)} nameOf={one => nameAt(view, one.to)} onPick={onPick} />}
    </Card>
  );
}

const nameAt = (view: View, id: string) => view.nodes.find(one => one.id === id)?.name ?? '';

function Ways({ title, ways, nameOf, onPick }: { title: string; ways: View['edges']; nameOf: (edge: View['edges'][number]) => string; onPick: (id: string) => void }) {
  if (ways.length === 0) return null;
  return (
    <>
      <Divider my="sm" />
      <Text size="xs" fw={600} mb={4}>{title}</Text>
      <Stack gap={4}>
        {ways.map(one => (
          <UnstyledButton key={one.id} onClick={() => onPick(one.id)}>
            <Group justify="space-between" wrap="nowrap" gap="md"><Text size="sm" c="var(--mantine-primary-color-filled)">{nameOf(one)}</Text><Text size="sm" className="figures nowrap">{one.shades.frequency.text}</Text></Group>
          </UnstyledButton>
        ))}
      </Stack>
    </>
  );
}
