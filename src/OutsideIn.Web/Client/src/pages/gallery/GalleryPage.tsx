import { Card, SimpleGrid, Stack, Title } from '@mantine/core';
import type { Schemas } from '../../app/api';
import { Empty, FiveStates, Loading, Refused, TooMuch } from '../../parts/FiveStates';
import { Cards } from '../../parts/Cards';
import { Chart } from '../../parts/Chart';
import { DataTable } from '../../parts/DataTable';
import { PageHeader } from '../../parts/PageHeader';
import { isShape, shapeName, WorkShape } from '../../parts/WorkShape';
import { Group, Text } from '@mantine/core';

const problem: Schemas['ProblemReply'] = { type: 'about:blank', title: 'This cannot be done as asked', status: 400, code: 'WB000', detail: 'The value ‘banana’ is no number of cases.', hint: 'Give a whole number from 1 upward.' };

const table: Schemas['TableView'] = {
  key: 'gallery', title: 'A table', help: 'Sorts by value; its figures open their cases.', empty: 'Nothing of the kind happened in this log.', limit: 'The first 3 of 12 rows.',
  columns: [{ key: 'name', title: 'Step', kind: 'text', help: null }, { key: 'cases', title: 'Cases', kind: 'number', help: 'In how many cases it happened.' }, { key: 'wait', title: 'Median wait', kind: 'duration', help: null }, { key: 'share', title: 'Share', kind: 'share', help: null }],
  rows: [
    { key: '0', cells: [{ text: 'Call', value: null, figure: null, marks: ['moment', 'suggested'] }, { text: '1,200', value: 1200, figure: 'all', marks: [] }, { text: '2 h', value: 7200, figure: null, marks: [] }, { text: '60.0 %', value: 0.6, figure: null, marks: [] }] },
    { key: '1', cells: [{ text: 'Claims → Garage', value: null, figure: null, marks: ['breakpoint'] }, { text: '90', value: 90, figure: 'all', marks: [] }, { text: '3 d', value: 259200, figure: null, marks: [] }, { text: '4.5 %', value: 0.045, figure: null, marks: [] }] },
    { key: '2', cells: [{ text: 'Check the cover', value: null, figure: null, marks: ['rule'] }, { text: '–', value: null, figure: null, marks: [] }, { text: '–', value: null, figure: null, marks: [] }, { text: '–', value: null, figure: null, marks: [] }] },
  ],
};

const months = ['2026-01', '2026-02', '2026-03'];
const chart: Schemas['ChartView'] = {
  key: 'gallery-chart', title: 'A chart', help: 'Every chart has a table twin.', summary: 'A line that rises from 2 to 5 in three months.', table,
  x: { title: 'Month', min: 0, max: 2, ticks: months.map((text, value) => ({ value, text })) },
  y: { title: 'Cases', min: 0, max: 6, ticks: [0, 2, 4, 6].map(value => ({ value, text: String(value) })) },
  series: [{ name: 'Cases', kind: 'line', tone: 'customer', points: [2, 3, 5].map((y, x) => ({ x, y, text: `${months[x]}: ${y} cases`, figure: 'all', low: y - 1, high: y + 1 })) }],
};

/** Every shared part in each of its states, to be looked at and tested. */
export function Component() {
  return (
    <Stack gap="lg" maw={1100} mx="auto">
      <PageHeader title="Gallery" help="Every shared part of the pages in each of its states." />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <State name="loading"><Loading /></State>
        <State name="empty"><Empty text="Nothing of the kind happened in this log." /></State>
        <State name="refused"><Refused problem={problem} /></State>
        <State name="too much"><TooMuch text="The first 2,000 of 120,000 rows." /></State>
        <State name="done"><FiveStates query={{ data: 'The data.', error: null, isPending: false }}>{text => <Text>{text}</Text>}</FiveStates></State>
        <State name="shapes"><Stack gap={4}>{['moment', 'failure', 'breakpoint', 'rule', 'internal', 'outcome'].filter(isShape).map(one => <Group key={one} gap="xs"><WorkShape shape={one} /><Text size="sm">{shapeName(one)}</Text></Group>)}</Stack></State>
      </SimpleGrid>
      <Cards cards={['plain', 'failure', 'customer', 'reached'].map(tone => ({ title: `A ${tone} number`, text: '12.4 %', detail: '124 of 1,000 contacts', help: 'What it means in plain words.', figure: null, page: null, tone }))} />
      <DataTable table={table} />
      <Chart chart={chart} />
    </Stack>
  );
}

function State({ name, children }: { name: string; children: React.ReactNode }) {
  return <Card data-state={name}><Title order={2} mb="xs">{name}</Title>{children}</Card>;
}
