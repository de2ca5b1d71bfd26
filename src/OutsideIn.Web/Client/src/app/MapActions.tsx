import { Anchor, Button, FileButton, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Places, RefusedWithPlaces } from '../parts/RefusedWithPlaces';
import { problemOf } from '../parts/FiveStates';
import { api, sent } from './api';

/** Takes the map out and puts a corrected one in; what is wrong with it is shown with its line and column. */
export function MapActions({ id }: { id: string }) {
  const queries = useQueryClient();
  const [isShown, setShown] = useState(false);
  const put = useMutation({
    mutationFn: async (file: File) => sent(api.PUT('/api/logs/{id}/map.yaml', { params: { path: { id } }, body: { yaml: await file.text() } })),
    onSuccess: async taken => { setShown(taken.notes.length > 0); await queries.invalidateQueries({ queryKey: ['log', id] }); },
    onError: () => setShown(true),
  });
  return (
    <>
      <Group gap="md" component="span" display="inline-flex" className="no-print">
        <Anchor size="sm" href={`/api/logs/${id}/map.yaml`} download>Download the map</Anchor>
        <FileButton onChange={file => { if (file) put.mutate(file); }} accept=".yaml,.yml">{props => <Anchor size="sm" component="button" type="button" {...props}>{put.isPending ? 'Laying the map over the log…' : 'Put in a map'}</Anchor>}</FileButton>
      </Group>
      <Modal opened={isShown} onClose={() => setShown(false)} title={put.error ? 'The map was not taken' : 'The map was taken'} size="lg">
        {put.error ? <RefusedWithPlaces problem={problemOf(put.error)} /> : <><Text size="sm" mb="xs">Worth knowing about it:</Text><Places places={put.data?.notes ?? []} /></>}
        <Group justify="flex-end" mt="md"><Button onClick={() => setShown(false)}>Close</Button></Group>
      </Modal>
    </>
  );
}
