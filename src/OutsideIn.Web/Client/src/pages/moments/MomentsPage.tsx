import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { pages } from '../../app/texts';
import { Cards } from '../../parts/Cards';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { RowsPicture } from '../../parts/RowsPicture';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/moments', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.moments.title} help={pages.moments.help} />
          <Cards cards={view.cards} />
          <RowsPicture rows={view.last} page="moments" />
          <DataTable table={view.moments} page="moments" />
          <DataTable table={view.repeats} page="moments" />
          <DataTable table={view.channels} page="moments" />
        </Stack>
      )}
    </FiveStates>
  );
}
