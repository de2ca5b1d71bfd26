import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, sent } from './api';
import { isReport } from './report';
import { words } from './texts';

export const useLogs = () => useQuery({ queryKey: ['logs'], queryFn: () => sent(api.GET('/api/logs')), enabled: !isReport, staleTime: 0 });
export const useLog = (id: string) => useQuery({ queryKey: ['log', id, 'head'], queryFn: () => sent(api.GET('/api/logs/{id}', { params: { path: { id } } })) });

/** The log at hand, and the way to the others. */
export function LogSwitcher({ id }: { id: string }) {
  const log = useLog(id).data;
  const logs = useLogs().data?.logs ?? [];
  const name = <Text fw={500} truncate maw={{ base: 150, md: 420 }}>{log?.name ?? id}</Text>;
  if (isReport) return <Group gap="xs" wrap="nowrap" miw={0}>{name}</Group>;
  return (
    <Menu position="bottom-start" width={340} withinPortal>
      <Menu.Target><Button variant="subtle" color="gray" px="xs" rightSection={<IconChevronDown size={16} />} aria-label={`${words.logs}: ${log?.name ?? id}`}>{name}</Button></Menu.Target>
      <Menu.Dropdown>
        {logs.map(one => (
          <Menu.Item key={one.id} component={Link} to={`/logs/${one.id}/overview`} rightSection={one.isSample ? <Badge size="xs" variant="light" color="gray">{words.sample}</Badge> : null}>
            <Text size="sm" fw={one.id === id ? 600 : 400}>{one.name}</Text><Text size="xs" c="dimmed">{one.size}</Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/logs" leftSection={<IconPlus size={16} />}>{words.allLogs}, {words.addLog.toLowerCase()}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
