import { Anchor, Group, Pagination, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLogPage } from '../../app/api';
import { isReport } from '../../app/report';
import { pages } from '../../app/texts';
import { DataTable } from '../../parts/DataTable';
import { FiveStates } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';

const known = ['figure', 'text', 'sort', 'page'] as const;

/** The cases of the log, or those behind a figure. Figure, search, order and page stand in the address. */
export function Component() {
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const asked = Object.fromEntries(known.map(key => [key, address.get(key) ?? undefined]));
  const number = Number(asked.page);
  const query = useLogPage('/api/logs/{id}/cases', id, { ...asked, page: Number.isInteger(number) && number > 0 ? number : undefined });
  const turn = (change: Partial<Record<(typeof known)[number], string | null>>) => setAddress(now => {
    const next = new URLSearchParams(now);
    for (const [key, value] of Object.entries(change)) if (value) next.set(key, value); else next.delete(key);
    return next;
  }, { replace: true });
  const search = useDebouncedCallback((text: string) => turn({ text: text || null, page: null }), 250);
  const suffix = asked.figure ? `?figure=${encodeURIComponent(asked.figure)}` : '';
  return (
    <Stack gap="md">
      <PageHeader title={pages.cases.title} help={pages.cases.help}>
        {!isReport && <TextInput key={asked.figure ?? ''} aria-label="Search for a case or customer" placeholder="Case or customer" leftSection={<IconSearch size={16} />} defaultValue={asked.text} onChange={event => search(event.currentTarget.value)} />}
      </PageHeader>
      <FiveStates query={query}>
        {view => (
          <>
            <Group gap="xs"><Text fw={600}>{view.title}</Text><Text c="dimmed">{view.count}</Text>{asked.figure && !isReport && <Anchor size="sm" component={Link} to={`/logs/${id}/cases`}>Show all cases</Anchor>}</Group>
            {view.note && <Text size="sm" c="dimmed">{view.note}</Text>}
            <DataTable table={view.table} title={false} page="cases" query={exported(asked)} links={row => `/logs/${id}/cases/${encodeURIComponent(view.cases[row]!)}${suffix}`}
              order={isReport ? undefined : { sort: view.sort, onSort: sort => turn({ sort, page: null }) }} />
            {view.pageCount > 1 && <Pagination className="no-print" total={view.pageCount} value={view.page} onChange={page => turn({ page: page === 1 ? null : String(page) })} getControlProps={control => ({ 'aria-label': `${control} page` })} />}
          </>
        )}
      </FiveStates>
    </Stack>
  );
}

function exported(asked: Record<string, string | undefined>) {
  const query = new URLSearchParams();
  for (const key of ['figure', 'text', 'sort']) if (asked[key]) query.set(key, asked[key]);
  return query.toString();
}
