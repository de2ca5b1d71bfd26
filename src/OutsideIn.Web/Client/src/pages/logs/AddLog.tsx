import { Button, Card, Checkbox, FileInput, Stack, Text, Title } from '@mantine/core';
import { IconFileUpload, IconMap2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Refusal, type Problem, type Schemas } from '../../app/api';
import { problemOf } from '../../parts/FiveStates';
import { RefusedWithPlaces } from '../../parts/RefusedWithPlaces';

/** Takes a file, and perhaps its map, to the server. A file dropped on the card counts as chosen. */
export function AddLog({ limit, formats }: { limit: string; formats: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [map, setMap] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const queries = useQueryClient();
  const go = useNavigate();
  const upload = useMutation({
    mutationFn: () => send(file!, map),
    onSuccess: view => { queries.setQueryData(['upload', view.id], view); void go(`/uploads/${view.id}${isLooking ? '?look=yes' : ''}`); },
  });
  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) setFile(dropped);
  };
  return (
    <Card onDragOver={event => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop} style={{ borderStyle: 'dashed', borderWidth: 2, borderColor: isOver ? 'var(--mantine-primary-color-filled)' : undefined }}>
      <form onSubmit={event => { event.preventDefault(); upload.mutate(); }}>
        <Stack gap="sm">
          <Title order={2}>Add a log</Title>
          <Text size="sm" c="dimmed">Drop a file here or choose one: {formats}. Up to {limit}. It stays on this computer.</Text>
          <FileInput label="Log" placeholder="Choose a file" leftSection={<IconFileUpload size={18} />} value={file} onChange={setFile} clearable />
          <FileInput label="Map" description="Without one the program suggests a map, to be corrected later." placeholder="map.yaml, if you have one" leftSection={<IconMap2 size={18} />} value={map} onChange={setMap} accept=".yaml,.yml" clearable />
          <Checkbox label="Look at the columns before it is imported" checked={isLooking} onChange={event => setLooking(event.currentTarget.checked)} />
          {upload.error && <RefusedWithPlaces problem={problemOf(upload.error)} />}
          <Button type="submit" disabled={!file} loading={upload.isPending}>Add</Button>
        </Stack>
      </form>
    </Card>
  );
}

async function send(file: File, map: File | null): Promise<Schemas['UploadView']> {
  const form = new FormData();
  if (map) form.append('map', map);
  form.append('file', file);
  let reply: Response;
  try {
    reply = await fetch('/api/uploads', { method: 'POST', body: form });
  } catch {
    throw new Refusal({ type: 'about:blank', title: 'The upload broke off', status: 0, code: '', detail: 'The workspace stopped listening before the file was through.', hint: 'Choose the file again; if it is very large, pack it first.', places: null });
  }
  if (!reply.ok) throw new Refusal((await reply.json()) as Problem);
  return (await reply.json()) as Schemas['UploadView'];
}
