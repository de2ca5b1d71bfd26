import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../../app/api';
import { useLogs } from '../../app/LogSwitcher';
import { words } from '../../app/texts';
import { FiveStates, Refused } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';

export function Component() {
  const query = useLogs();
  return (
    <Stack gap="lg" maw={1100} mx="auto">
      <PageHeader title={words.logs} help="Each log is the record of one process: who did what for which case, and when. It stays on this computer." />
      <FiveStates query={query} empty={shelf => (shelf.logs.length + shelf.damaged.length === 0 ? 'There is no log here yet.' : null)}>
        {shelf => (
          <Stack>
            {shelf.damaged.map(one => <Refused key={one.detail} problem={one} />)}
            <SimpleGrid cols={{ base: 1, sm: 2 }}>{shelf.logs.map(one => <LogCard key={one.id} log={one} />)}</SimpleGrid>
            <Text size="xs" c="dimmed">Kept in {shelf.dataFolder}</Text>
          </Stack>
        )}
      </FiveStates>
    </Stack>
  );
}

function LogCard({ log }: { log: Schemas['LogCardView'] }) {
  return (
    <Card component={Link} to={`/logs/${log.id}/overview`} style={{ color: 'inherit' }}>
      <Group justify="space-between" wrap="nowrap"><Title order={2}>{log.name}</Title>{log.isSample && <Badge variant="light" color="gray">{words.sample}</Badge>}</Group>
      <Text size="sm">{log.size}</Text>
      <Text size="sm" c="dimmed">{log.period}</Text>
    </Card>
  );
}
