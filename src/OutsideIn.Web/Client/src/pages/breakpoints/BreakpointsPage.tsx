import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { pages } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/breakpoints', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.breakpoints.title} help={pages.breakpoints.help} />
          <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} />} py="xs"><Text size="sm">{view.basis}</Text></Alert>
          <Cards cards={view.cards} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Chart chart={view.outcome} page="breakpoints" />
            <Chart chart={view.length} page="breakpoints" />
          </SimpleGrid>
          <DataTable table={view.pairs} page="breakpoints" />
          <DataTable table={view.pingPong} page="breakpoints" />
        </Stack>
      )}
    </FiveStates>
  );
}
