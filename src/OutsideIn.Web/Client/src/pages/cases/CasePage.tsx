import { Anchor, Card, Group, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLogPage, type Schemas } from '../../app/api';
import { words } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { DataTable } from '../../parts/DataTable';
import { FiveStates, TooMuch } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { Timeline } from '../../pictures/Timeline';

export function Component() {
  const { id = '', case: name = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const query = useLogPage('/api/logs/{id}/cases/{case}', id, {}, { case: name });
  const figure = address.get('figure');
  const isTable = address.get('as') === 'table';
  const turn = (as: string) => setAddress(now => {
    const next = new URLSearchParams(now);
    if (as === 'table') next.set('as', as); else next.delete('as');
    return next;
  }, { replace: true });
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <Anchor size="sm" component={Link} to={`/logs/${id}/cases${figure ? `?figure=${encodeURIComponent(figure)}` : ''}`} className="no-print"><Group gap={4} component="span"><IconArrowLeft size={15} />Back to the cases</Group></Anchor>
          <PageHeader title={`Case ${view.title}`} help={view.subtitle || undefined} />
          <Cards cards={view.cards} small />
          <Card>
            <Group justify="space-between" mb="md">
              <Title order={2}>As the customer lived it</Title>
              <SegmentedControl className="no-print" size="xs" aria-label="How to show the case" value={isTable ? 'table' : 'picture'} onChange={turn} data={[{ value: 'picture', label: 'Timeline' }, { value: 'table', label: words.table }]} />
            </Group>
            {view.limit && <TooMuch text={view.limit} />}
            {isTable ? <DataTable table={view.table} bare title={false} /> : <Timeline story={view} />}
          </Card>
          <Attributes view={view} />
        </Stack>
      )}
    </FiveStates>
  );
}

function Attributes({ view }: { view: Schemas['StoryView'] }) {
  if (view.attributes.length === 0) return null;
  return (
    <Card>
      <Title order={2} mb="xs">What else the log says about the case</Title>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="xs">{view.attributes.map(one => <Text size="sm" key={one.name}><Text span c="dimmed" size="sm">{one.name}: </Text>{one.value}</Text>)}</SimpleGrid>
    </Card>
  );
}
