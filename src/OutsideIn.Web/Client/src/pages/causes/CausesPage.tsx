import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useParams, useSearchParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { pages } from '../../app/texts';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { FanOut } from '../../pictures/FanOut';

export function Component() {
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const query = useLogPage('/api/logs/{id}/causes', id);
  // The first cause stands open, so that the picture explains itself; `open=` shuts them all.
  const open = (address.get('open') ?? 'c0').split(',').filter(one => one !== '');
  const turn = (key: string) => setAddress(now => {
    const next = new URLSearchParams(now);
    next.set('open', (open.includes(key) ? open.filter(one => one !== key) : [...open, key]).join(','));
    return next;
  }, { replace: true, preventScrollReset: true });
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.causes.title} help={pages.causes.help} />
          <Alert variant="light" color={view.reconciles ? 'gray' : 'red'} icon={view.reconciles ? <IconScale size={18} /> : <IconAlertTriangle size={18} />} py="xs"><Text size="sm">{view.reconciliation}</Text></Alert>
          <Card>
            <Title order={2} mb={4}>What each contact sets in motion</Title>
            <Text size="sm" c="dimmed" mb="md">Bars count events of work inside, on one scale. Open a contact to see the work that fans out from it.</Text>
            <FanOut causes={view.causes} open={open} onTurn={turn} />
          </Card>
          <DataTable table={view.table} page="causes" />
          <DataTable table={view.activities} page="causes" />
        </Stack>
      )}
    </FiveStates>
  );
}
