import { Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useLogPage, type Schemas } from '../../app/api';
import { pages } from '../../app/texts';
import { toneOf } from '../../app/theme';
import { Cards } from '../../parts/Cards';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { RowsPicture } from '../../parts/RowsPicture';
import { Bar } from '../../pictures/Bar';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/failure-demand', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages['failure-demand'].title} help={pages['failure-demand'].help} />
          <Grid gap="md" align="stretch">
            <Grid.Col span={{ base: 12, md: 6 }}><Share view={view} /></Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}><Cards cards={view.cards} cols={2} /></Grid.Col>
          </Grid>
          <RowsPicture rows={view.precededBy} page="failure-demand" />
          <Chart chart={view.byMonth} page="failure-demand" />
          <DataTable table={view.kinds} page="failure-demand" />
        </Stack>
      )}
    </FiveStates>
  );
}

function Share({ view }: { view: Schemas['FailureDemandView'] }) {
  return (
    <Card h="100%">
      <Stack gap="sm">
        <Title order={2}>{view.share.title}</Title>
        <Group align="baseline" gap="sm"><Text fz={34} fw={650} lh={1} className="figures" c={toneOf('failure')}>{view.shareText}</Text><Text size="sm" c="dimmed">{view.shareDetail}</Text></Group>
        <Bar bar={view.share} />
        <Text size="xs" c="dimmed">{view.basis}</Text>
      </Stack>
    </Card>
  );
}
