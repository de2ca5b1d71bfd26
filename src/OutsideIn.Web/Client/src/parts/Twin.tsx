import { ActionIcon, Card, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Table } from '../app/api';
import { words } from '../app/texts';
import { DataTable } from './DataTable';

/** A picture with its table twin; which of the two shows is in the address as `as.<name>=table`. */
export function Twin({ name, title, help, table, page, children }: { name: string; title: string; help?: string | null; table: Table; page?: string; children: ReactNode }) {
  const [isTable, turn] = useTwin(name);
  return (
    <Card data-twin={name}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={2}>{title}</Title>
        <TwinSwitch title={title} isTable={isTable} onTurn={turn} />
      </Group>
      {help && <Text size="sm" c="dimmed" mb="sm">{help}</Text>}
      {isTable ? <DataTable table={table} page={page} bare title={false} /> : children}
    </Card>
  );
}

/** Whether the table shows instead of the picture, kept in the address, and what turns it. */
export function useTwin(name: string): [boolean, () => void] {
  const [query, setQuery] = useSearchParams();
  const key = `as.${name}`;
  const isTable = query.get(key) === 'table';
  return [isTable, () => setQuery(now => {
    const next = new URLSearchParams(now);
    if (isTable) next.delete(key); else next.set(key, 'table');
    return next;
  }, { replace: true, preventScrollReset: true })];
}

/** The button that turns a picture into its table and back. */
export function TwinSwitch({ title, isTable, onTurn }: { title: string; isTable: boolean; onTurn: () => void }) {
  const label = isTable ? words.picture : words.table;
  return <Tooltip label={label}><ActionIcon className="no-print" variant="subtle" color="gray" aria-label={`${title}: ${label}`} onClick={onTurn}>{isTable ? <IconChartBar size={18} /> : <IconTable size={18} />}</ActionIcon></Tooltip>;
}
