import { Card, List, Stack, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { pages } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/rules', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.rules.title} help={pages.rules.help} />
          <Cards cards={view.cards} />
          <DataTable table={view.suspects} page="rules" />
          {view.explanations.length > 0 && <Card><Title order={2} mb="xs">What to ask</Title><List size="sm" spacing={6}>{view.explanations.map(one => <List.Item key={one}>{one}</List.Item>)}</List></Card>}
        </Stack>
      )}
    </FiveStates>
  );
}
