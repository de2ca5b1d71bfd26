import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { pages } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { ClockBars } from '../../pictures/ClockBars';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/clocks', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.clocks.title} help={pages.clocks.help} />
          <Alert variant="light" color={view.diverges ? 'orange' : 'gray'} icon={view.diverges ? <IconAlertTriangle size={18} /> : <IconInfoCircle size={18} />} py="xs"><Text size="sm">{view.divergence}</Text></Alert>
          <Card><Title order={2}>Side by side</Title><ClockBars clocks={view.bars} /></Card>
          <Cards cards={view.cards} />
          <Chart chart={view.curves} page="clocks" height={360} />
          <Chart chart={view.byMonth} page="clocks" height={320} />
          <DataTable table={view.table} page="clocks" />
        </Stack>
      )}
    </FiveStates>
  );
}
