import { ActionIcon, Card, Group, Text, Title, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ChartData } from '../app/api';
import { words } from '../app/texts';
import { DataTable } from './DataTable';
import { casesOf } from './FigureLink';

/** A chart with its table twin; which of the two shows is in the address as `as.<key>=table`. `page` as for DataTable. */
export function Chart({ chart, page, height = 280 }: { chart: ChartData; page?: string; height?: number }) {
  const [query, setQuery] = useSearchParams();
  const key = `as.${chart.key}`;
  const isTable = query.get(key) === 'table';
  const label = isTable ? words.picture : words.table;
  const turn = () => setQuery(now => {
    const next = new URLSearchParams(now);
    if (isTable) next.delete(key); else next.set(key, 'table');
    return next;
  }, { replace: true, preventScrollReset: true });
  return (
    <Card data-chart={chart.key}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={2}>{chart.title}</Title>
        <Tooltip label={label}><ActionIcon className="no-print" variant="subtle" color="gray" aria-label={`${chart.title}: ${label}`} onClick={turn}>{isTable ? <IconChartLine size={18} /> : <IconTable size={18} />}</ActionIcon></Tooltip>
      </Group>
      {chart.help && <Text size="sm" c="dimmed" mb="sm">{chart.help}</Text>}
      {isTable ? <DataTable table={chart.table} page={page} bare title={false} /> : <Picture chart={chart} height={height} />}
    </Card>
  );
}

function Picture({ chart, height }: { chart: ChartData; height: number }) {
  const at = useRef<HTMLDivElement>(null);
  const { id } = useParams();
  const go = useNavigate();
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    let stop = () => {};
    let alive = true;
    void import('../pictures/echarts').then(({ draw }) => {
      if (alive && at.current) stop = draw(at.current, chart, scheme === 'dark', figure => { if (id) void go(casesOf(id, figure)); });
    });
    return () => { alive = false; stop(); };
  }, [chart, scheme, id, go]);
  return <div ref={at} role="img" aria-label={chart.summary} style={{ height, width: '100%' }} />;
}
