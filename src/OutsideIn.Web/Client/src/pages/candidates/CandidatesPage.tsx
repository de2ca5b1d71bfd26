import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useLogPage, type Schemas } from '../../app/api';
import { pages } from '../../app/texts';
import { toneOf } from '../../app/theme';
import { Cards } from '../../parts/Cards';
import { DataTable } from '../../parts/DataTable';
import { FactLine } from '../../parts/Facts';
import { Empty, FiveStates, TooMuch } from '../../parts/FiveStates';
import { Marked } from '../../parts/Marked';
import { PageHeader } from '../../parts/PageHeader';

export function Component() {
  const { id = '' } = useParams();
  const query = useLogPage('/api/logs/{id}/candidates', id);
  return (
    <FiveStates query={query}>
      {view => (
        <Stack gap="lg">
          <PageHeader title={pages.candidates.title} help={pages.candidates.help} />
          <Cards cards={view.cards} />
          <Card>
            <Title order={2} mb={4}>Where to begin</Title>
            <Text size="sm" c="dimmed" mb="md">{view.reading}</Text>
            {view.limit && <TooMuch text={view.limit} />}
            {view.candidates.length === 0 ? <Empty text={view.table.empty} /> : <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>{view.candidates.map((one, at) => <Candidate key={at} one={one} isFirst={at === 0} />)}</Stack>}
          </Card>
          <DataTable table={view.table} page="candidates" />
        </Stack>
      )}
    </FiveStates>
  );
}

function Candidate({ one, isFirst }: { one: Schemas['CandidateView']; isFirst: boolean }) {
  const tone = toneOf(one.marks[0]);
  return (
    <li data-candidate={one.name} style={{ display: 'grid', gridTemplateColumns: '56px 1fr', gap: 8, padding: '14px 0', borderTop: isFirst ? undefined : '1px solid var(--mantine-color-default-border)', breakInside: 'avoid' }}>
      <Text fw={650} fz={one.rank.length > 3 ? 'sm' : 'xl'} lh={1.3} c="dimmed" className="figures">{one.rank}</Text>
      <Stack gap={4} miw={0}>
        <Group justify="space-between" gap="sm" align="baseline">
          <Group gap="sm"><Text component="div" fw={600}><Marked marks={one.marks}>{one.name}</Marked></Text><Badge variant="light" color="gray" tt="none" fw={600}>{one.verb}</Badge></Group>
          <Text fw={600} className="figures nowrap">{one.hours}</Text>
        </Group>
        <div aria-hidden style={{ height: 8, borderRadius: 4, background: 'var(--mantine-color-default-hover)', overflow: 'hidden' }}><div style={{ width: `${one.hoursShare * 100}%`, minWidth: 2, height: '100%', borderRadius: 4, background: tone }} /></div>
        <Text size="sm">{one.why}</Text>
        <FactLine facts={one.facts} />
        {one.goesWith && <Text size="sm" c="dimmed">Goes with it: {one.goesWith}</Text>}
        {one.caution && <Group gap={4} wrap="nowrap"><IconAlertTriangle size={14} aria-hidden /><Text size="xs">{one.caution}</Text></Group>}
      </Stack>
    </li>
  );
}
