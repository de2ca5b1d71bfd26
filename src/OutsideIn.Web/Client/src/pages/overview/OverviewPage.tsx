import { Anchor, Button, Card, Grid, Group, List, Stack, Text, Title, Tooltip } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLogPage, type Schemas } from '../../app/api';
import { isReport } from '../../app/report';
import { pages } from '../../app/texts';
import { toneOf } from '../../app/theme';
import { Cards } from '../../parts/Cards';
import { DataTable } from '../../parts/DataTable';
import { FigureLink } from '../../parts/FigureLink';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { Bar } from '../../pictures/Bar';
import { ClockBars } from '../../pictures/ClockBars';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/overview', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.overview.title} help={pages.overview.help} />
          <Grid gap="md" align="stretch">
            <Grid.Col span={{ base: 12, md: 6 }}><Outcome view={view} /></Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}><Clocks view={view} id={id} /></Grid.Col>
          </Grid>
          <Cards cards={view.cards} />
          <Headlines view={view} id={id} />
          {view.categories.rows.length > 0 && <DataTable table={view.categories} page="overview" />}
          <Stack gap="xs"><Title order={2}>How well the log was read</Title><Cards cards={view.quality} small /></Stack>
        </Stack>
      )}
    </FiveStates>
  );
}

type View = Schemas['OverviewView'];

function Outcome({ view }: { view: View }) {
  return (
    <Card h="100%">
      <Stack gap="sm">
        <div>
          <Text size="sm" c="dimmed">Successful Customer Outcome</Text>
          <Title order={2} fz={22}>{view.outcome}</Title>
        </div>
        <Group align="baseline" gap="sm"><Text fz={34} fw={650} lh={1} className="figures">{view.reachedText}</Text><Text size="sm" c="dimmed">{view.reachedDetail}</Text></Group>
        <Bar bar={view.reached} />
        <Text size="xs" c="dimmed">{view.outcomeReason}</Text>
      </Stack>
    </Card>
  );
}

function Clocks({ view, id }: { view: View; id: string }) {
  return (
    <Card h="100%">
      <Group justify="space-between"><Title order={2}>Two clocks</Title><Anchor component={Link} to={`/logs/${id}/clocks`} size="xs" className="no-print" aria-label="More about the clocks">More</Anchor></Group>
      <ClockBars clocks={view.clocks} />
      {view.clocksText && <Tooltip label={view.clocksReason} maw={420}><Text size="sm" fw={600} mt="sm" c={toneOf('failure')} span display="inline-block" tabIndex={0}>▲ {view.clocksText}</Text></Tooltip>}
    </Card>
  );
}

const shownAtFirst = 5;

function Headlines({ view, id }: { view: View; id: string }) {
  const [address, setAddress] = useSearchParams();
  const isAll = isReport || address.get('all') === 'yes' || view.headlines.length <= shownAtFirst + 1;
  if (view.headlines.length === 0) return null;
  return (
    <Card>
      <Title order={2} mb="sm">What stands out</Title>
      <List type="ordered" spacing="sm" size="sm">
        {view.headlines.slice(0, isAll ? undefined : shownAtFirst).map(one => (
          <List.Item key={one.text}>
            {one.text} <Anchor component={Link} to={`/logs/${id}/${one.page}`} size="sm" className="no-print">See why</Anchor>
            {one.figure && <Text span size="sm" className="no-print"> · <FigureLink figure={one.figure}>cases</FigureLink></Text>}
          </List.Item>
        ))}
      </List>
      {!isAll && <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAddress(now => { const next = new URLSearchParams(now); next.set('all', 'yes'); return next; }, { replace: true, preventScrollReset: true })}>Show all {view.headlines.length}</Button>}
    </Card>
  );
}
