import { ActionIcon, Anchor, Badge, Button, Card, Group, Menu, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, sent, type Schemas } from '../../app/api';
import { words } from '../../app/texts';
import { problemOf, Refused } from '../../parts/FiveStates';

type Log = Schemas['LogCardView'];

/** A log on the shelf, with what can be done with it. */
export function LogCard({ log }: { log: Log }) {
  const [renaming, rename] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}><Anchor component={Link} to={`/logs/${log.id}/overview`} inherit>{log.name}</Anchor></Title>
        <Group gap="xs" wrap="nowrap">
          {log.isSample && <Badge variant="light" color="gray">{words.sample}</Badge>}
          <Menu position="bottom-end" withinPortal>
            <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={`What to do with ${log.name}`}><IconDots size={18} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={rename.open}>Rename</Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={remove.open}>Delete</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <Text size="sm">{log.size}</Text>
      <Text size="sm" c="dimmed">{log.period} · added {log.added}{log.hasMap ? ' · with its map' : ' · map suggested'}</Text>
      {renaming && <Rename log={log} onClose={rename.close} />}
      {deleting && <Delete log={log} onClose={remove.close} />}
    </Card>
  );
}

function useChange(change: () => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: async () => { await queries.invalidateQueries(); onDone(); } });
}

function Rename({ log, onClose }: { log: Log; onClose: () => void }) {
  const [name, setName] = useState(log.name);
  const change = useChange(() => sent(api.PATCH('/api/logs/{id}', { params: { path: { id: log.id } }, body: { name } })), onClose);
  return (
    <Modal opened onClose={onClose} title="Rename the log">
      <form onSubmit={event => { event.preventDefault(); change.mutate(); }}>
        <Stack>
          <TextInput label="Name" description="Its address stays the same." value={name} onChange={event => setName(event.currentTarget.value)} data-autofocus />
          {change.error && <Refused problem={problemOf(change.error)} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>Cancel</Button><Button type="submit" loading={change.isPending}>Rename</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Delete({ log, onClose }: { log: Log; onClose: () => void }) {
  const change = useChange(() => sent(api.DELETE('/api/logs/{id}', { params: { path: { id: log.id } } })), onClose);
  return (
    <Modal opened onClose={onClose} title="Delete the log?">
      <Stack>
        <Text size="sm">“{log.name}” and its map are taken off this computer for good. The file it was read from is not touched.</Text>
        {change.error && <Refused problem={problemOf(change.error)} />}
        <Group justify="flex-end"><Button variant="default" onClick={onClose} data-autofocus>Keep it</Button><Button color="red" loading={change.isPending} onClick={() => change.mutate()}>Delete</Button></Group>
      </Stack>
    </Modal>
  );
}
