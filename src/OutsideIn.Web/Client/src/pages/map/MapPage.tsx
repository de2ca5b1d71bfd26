import { Card, Group, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useLogPage, type Schemas } from '../../app/api';
import { map, pages } from '../../app/texts';
import { DataTable } from '../../parts/DataTable';
import { FiveStates, Loading, problemOf, Refused } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { TwinSwitch, useTwin } from '../../parts/Twin';
import { arrange, type Layout } from '../../pictures/mapLayout';
import { colourings, type Coloured } from '../../pictures/MapShapes';
import { ProcessMap } from '../../pictures/ProcessMap';
import { MapControls } from './MapControls';
import { MapLegend } from './MapLegend';
import { MapPanel } from './MapPanel';

export function Component() {
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const asked = { activities: address.get('activities') ?? undefined, connections: address.get('connections') ?? undefined };
  const query = useLogPage('/api/logs/{id}/map', id, asked);
  const set = useCallback((changes: Record<string, string | null>) => setAddress(now => {
    const next = new URLSearchParams(now);
    for (const [key, value] of Object.entries(changes)) if (value === null) next.delete(key); else next.set(key, value);
    return next;
  }, { replace: true, preventScrollReset: true }), [setAddress]);
  const by = colourings.find(one => one === address.get('colour')) ?? 'frequency';
  const [isTable, turn] = useTwin('map');
  const suffix = new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined)).toString();
  return (
    <FiveStates query={query} limit={view => view.limit}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.map.title} help={pages.map.help} />
          <Card padding="md">
            <Group justify="space-between" align="flex-start" wrap="nowrap"><MapControls view={view} by={by} onChange={set} /><TwinSwitch title={pages.map.title} isTable={isTable} onTurn={turn} /></Group>
            {!isTable && <Picture view={view} by={by} picked={address.get('at')} onPick={at => set({ at })} />}
            <Text size="xs" c="dimmed" mt="sm" data-reconciliation>{view.reconciliation}</Text>
          </Card>
          {isTable && <><DataTable table={view.activitiesTable} page="map" query={suffix} /><DataTable table={view.connectionsTable} page="map" query={suffix} /></>}
        </Stack>
      )}
    </FiveStates>
  );
}

type View = Schemas['ProcessMapView'];

function Picture({ view, by, picked, onPick }: { view: View; by: Coloured; picked: string | null; onPick: (at: string | null) => void }) {
  const isDark = useComputedColorScheme('light') === 'dark';
  const key = [view.nodes.map(one => one.id), view.edges.map(one => one.id)];
  const layout = useQuery({ queryKey: ['map layout', ...key], queryFn: () => arrange(view.nodes, view.edges), placeholderData: keepPreviousData, staleTime: Infinity });
  const pick = useCallback((id: string) => onPick(id === picked ? null : id), [onPick, picked]);
  const node = view.nodes.find(one => one.id === picked);
  const edge = view.edges.find(one => one.id === picked);
  return (
    <>
      <MapLegend scale={view[by]} by={by} isDark={isDark} view={view} />
      <div className="map-body">
        <div style={{ flex: 1, minWidth: 0, minHeight: 420, ...shapeOf(layout.data) }}>
          {layout.data ? <ProcessMap nodes={view.nodes} edges={view.edges} layout={layout.data} by={by} isDark={isDark} picked={picked} onPick={pick} label={view.summary} /> : layout.error ? <Refused problem={problemOf(layout.error)} /> : <Loading />}
        </div>
        {(node ?? edge) && <MapPanel node={node} edge={edge} view={view} onClose={() => onPick(null)} onPick={pick} />}
      </div>
      {!node && !edge && <Text size="xs" c="dimmed" className="no-print">{map.pick}</Text>}
    </>
  );
}

// As high as the picture needs at the width there is: the page scrolls, the picture does not shrink until nobody can read it.
const shapeOf = (layout?: Layout): React.CSSProperties => (layout ? { aspectRatio: `${layout.width} / ${layout.height}`, maxHeight: Math.max(420, layout.height + 40) } : { height: 520 });
