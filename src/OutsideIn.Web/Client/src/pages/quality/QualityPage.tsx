import { Card, List, Stack, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { MapActions } from '../../app/MapActions';
import { isReport } from '../../app/report';
import { pages } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/quality', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.quality.title} help={pages.quality.help}>{!isReport && <MapActions id={id} />}</PageHeader>
          <Cards cards={view.cards} small />
          <Sentences title="To know when reading the figures" lines={view.notes} />
          <Sentences title="Where the map and the log do not fit" lines={view.warnings} />
          <DataTable table={view.activities} page="quality" />
          <DataTable table={view.roles} page="quality" />
          <DataTable table={view.refused} page="quality" />
          <Chart chart={view.months} page="quality" height={240} />
          <DataTable table={view.attributes} page="quality" />
          <DataTable table={view.missingTokens} page="quality" />
        </Stack>
      )}
    </FiveStates>
  );
}

function Sentences({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return <Card><Title order={2} mb="xs">{title}</Title><List size="sm" spacing={4}>{lines.map(one => <List.Item key={one}>{one}</List.Item>)}</List></Card>;
}
