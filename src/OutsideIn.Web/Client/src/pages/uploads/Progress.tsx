import { Button, Card, Group, Progress as Bar, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { api, sent } from '../../app/api';
import { FiveStates, Refused } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import type { Upload } from './UploadPage';

/** How far the import has come, with the way to stop it; goes to the overview when it is done. */
export function Progress({ upload, onCancel, onAgain }: { upload: Upload; onCancel: () => void; onAgain: () => void }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['upload', upload.id, 'import'],
    queryFn: () => sent(api.GET('/api/uploads/{id}/import', { params: { path: { id: upload.id } } })),
    refetchInterval: at => (at.state.data && ['done', 'refused', 'cancelled'].includes(at.state.data.state) ? false : 400),
    staleTime: 0,
    gcTime: 0,
  });
  const log = query.data?.state === 'done' ? query.data.logId : null;
  useEffect(() => {
    if (!log) return;
    void queries.invalidateQueries({ queryKey: ['logs'] });
    void api.DELETE('/api/uploads/{id}', { params: { path: { id: upload.id } } });
    void go(`/logs/${log}/overview`, { replace: true });
  }, [log]);
  return (
    <>
      <PageHeader title={`Adding ${upload.fileName}`} help={`${upload.format}, ${upload.size}`} />
      <FiveStates query={query}>
        {view => view.problem ? (
          <Stack><Refused problem={view.problem} /><Group><Button onClick={onAgain} variant="default">Look at the columns</Button><Button onClick={onCancel} variant="subtle">Discard</Button></Group></Stack>
        ) : (
          <Card>
            <Stack gap="sm">
              <Group justify="space-between"><Text fw={600} aria-live="polite">{view.title}</Text><Button size="xs" variant="default" onClick={onCancel}>Cancel</Button></Group>
              <Bar value={(view.share ?? 1) * 100} animated={view.share === null || view.state !== 'reading'} aria-label={view.title} size="lg" />
              <Text size="sm" c="dimmed" className="figures">{[view.events, view.rate, view.remaining].filter(Boolean).join(' · ')}</Text>
            </Stack>
          </Card>
        )}
      </FiveStates>
    </>
  );
}
