import { ActionIcon, Anchor, Badge, Card, Group, ScrollArea, Table, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDownload, IconSelector } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { isReport } from '../app/report';
import { words } from '../app/texts';
import type { Schemas, Table as Data } from '../app/api';
import { TooMuch } from './FiveStates';
import { FigureLink } from './FigureLink';
import { isShape, WorkShape } from './WorkShape';

type Column = Schemas['ColumnView'];
type Cell = Schemas['CellView'];

/**
 * A table of the API: sorts by value (the sort is in the address, as `sort.<key>=column` or `-column`), opens the cases of its
 * figures, exports as CSV. `page` is the API path of the page it came from, such as 'overview'; without it there is no export.
 * `query` is the query the page was asked with, if any.
 */
export function DataTable({ table, page, bare, title = true, order, links, query: asked }: {
  table: Data;
  page?: string;
  bare?: boolean;
  title?: boolean;
  /** Where the server sorts: the order as it is, and what asks for another. Columns it does not know fall back to the natural order. */
  order?: { sort: string | null; onSort: (sort: string | null) => void };
  /** Where the first cell of a row leads, by the row's number. */
  links?: (row: number) => string;
  query?: string;
}) {
  const { id } = useParams();
  const [query, setQuery] = useSearchParams();
  const key = `sort.${table.key}`;
  const sort = sortOf(order ? order.sort : query.get(key), table.columns);
  const rows = useMemo(() => (order ? table.rows : sorted(table, sort)), [table, order !== undefined, sort.column, sort.down]);
  const turn = (column: Column) => {
    const now = sort.column === column.key ? (sort.down ? `-${column.key}` : column.key) : null;
    const [first, second] = column.kind === 'text' ? [column.key, `-${column.key}`] : [`-${column.key}`, column.key];
    const next = now === first ? second : now === second ? null : first;
    if (order) order.onSort(next);
    else setQuery(was => changed(was, key, next), { replace: true, preventScrollReset: true });
  };
  const body = (
    <>
      <Group justify="space-between" wrap="nowrap" mb={table.help ? 4 : 'xs'}>
        {title ? <Title order={2}>{table.title}</Title> : <span />}
        {page && id && !isReport && table.rows.length > 0 && (
          <Tooltip label={words.csv}><ActionIcon className="no-print" component="a" variant="subtle" color="gray" aria-label={`${table.title}: ${words.csv}`} href={`/api/logs/${id}/${page}/tables/${table.key}.csv${asked ? `?${asked}` : ''}`} download><IconDownload size={18} /></ActionIcon></Tooltip>
        )}
      </Group>
      {table.help && <Text size="sm" c="dimmed" mb="sm">{table.help}</Text>}
      {table.limit && <TooMuch text={table.limit} />}
      {table.rows.length === 0 ? <Text size="sm" c="dimmed">{table.empty}</Text> : (
        <ScrollArea type="auto">
          <Table verticalSpacing={7} horizontalSpacing={table.columns.length > 8 ? 6 : 'sm'} highlightOnHover aria-label={table.title}>
            <Table.Thead><Table.Tr>{table.columns.map(one => <Heading key={one.key} column={one} sorted={sort.column === one.key ? (sort.down ? 'descending' : 'ascending') : 'none'} onTurn={() => turn(one)} wraps={table.columns.length > 8} />)}</Table.Tr></Table.Thead>
            <Table.Tbody>{rows.map((row, number) => <Table.Tr key={row.key}>{row.cells.map((cell, at) => <Table.Td key={at} ta={isRight(table.columns[at]) ? 'right' : undefined} miw={widthOf(cell)} className={isRight(table.columns[at]) ? 'figures nowrap' : table.columns[at]?.kind === 'instant' || (at === 0 && links) ? 'nowrap' : undefined}>{at === 0 && links ? <Anchor component={Link} to={links(number)} inherit>{cell.text}</Anchor> : <CellText cell={cell} column={table.columns[at]!} />}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </>
  );
  return bare ? <div data-table={table.key}>{body}</div> : <Card data-table={table.key}>{body}</Card>;
}

// A sentence in a cell keeps a line long enough to be read; the table scrolls instead.
const widthOf = ({ text, marks }: Cell) => (text.length > 60 ? 240 : marks.some(one => !isShape(one)) ? 190 : text.length > 24 ? 160 : undefined);

function changed(query: URLSearchParams, key: string, value: string | null) {
  const next = new URLSearchParams(query);
  if (value === null) next.delete(key); else next.set(key, value);
  return next;
}

const isRight = (column?: Column) => column !== undefined && column.kind !== 'text' && column.kind !== 'instant';

function Heading({ column, sorted: order, onTurn, wraps }: { column: Column; sorted: 'ascending' | 'descending' | 'none'; onTurn: () => void; wraps: boolean }) {
  const Icon = order === 'none' ? IconSelector : order === 'ascending' ? IconArrowUp : IconArrowDown;
  const button = (
    <UnstyledButton onClick={onTurn} fz="sm" fw={600} ta={isRight(column) ? 'right' : undefined} style={{ display: 'inline-flex', alignItems: 'center', gap: 4, borderBottom: column.help ? '1px dotted currentColor' : undefined }}>
      {column.title}<Icon size={14} opacity={order === 'none' ? 0.35 : 1} aria-hidden className="no-print" />
    </UnstyledButton>
  );
  return <Table.Th aria-sort={order} ta={isRight(column) ? 'right' : undefined} className={wraps ? undefined : 'nowrap'}>{column.help ? <Tooltip label={column.help}>{button}</Tooltip> : button}</Table.Th>;
}

function CellText({ cell, column }: { cell: Cell; column: Column }) {
  const shapes = cell.marks.filter(isShape);
  const marks = cell.marks.filter(one => !isShape(one));
  const text = <FigureLink figure={cell.figure}>{cell.text}</FigureLink>;
  if (column.kind === 'share' && cell.value !== null) return <ShareCell value={cell.value}>{text}</ShareCell>;
  if (shapes.length === 0 && marks.length === 0) return text;
  return <Group gap={6} wrap="nowrap" justify={isRight(column) ? 'flex-end' : undefined}>{shapes.map(one => <WorkShape key={one} shape={one} />)}{!isRight(column) && <span>{text}</span>}{marks.map(one => <Badge key={one} size="xs" variant="light" color={one === words.suggested ? 'yellow' : 'gray'} style={{ flexShrink: 0 }}>{one}</Badge>)}{isRight(column) && <span>{text}</span>}</Group>;
}

function ShareCell({ value, children }: { value: number; children: React.ReactNode }) {
  return (
    <div>
      {children}
      <div aria-hidden style={{ height: 3, background: 'var(--mantine-color-default-border)', borderRadius: 2, marginTop: 3, minWidth: 48 }}>
        <div style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%`, height: 3, borderRadius: 2, background: 'var(--mantine-primary-color-filled)' }} />
      </div>
    </div>
  );
}

function sortOf(text: string | null, columns: Column[]) {
  const down = text?.startsWith('-') ?? false;
  const column = columns.find(one => one.key === (down ? text!.slice(1) : text))?.key;
  return { column, down };
}

function sorted(table: Data, sort: { column?: string; down: boolean }) {
  const at = table.columns.findIndex(one => one.key === sort.column);
  if (at < 0) return table.rows;
  const order = sort.down ? -1 : 1;
  return [...table.rows].sort((a, b) => {
    const [one, other] = [a.cells[at]!, b.cells[at]!];
    if (one.value === null && other.value === null) return order * one.text.localeCompare(other.text, 'en', { numeric: true });
    if (one.value === null) return 1;
    if (other.value === null) return -1;
    return order * (one.value - other.value);
  });
}
