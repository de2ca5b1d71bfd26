import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api, sent, type Schemas } from '../../app/api';
import { FiveStates, problemOf, Refused } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { Head } from './Head';
import { HowRead } from './HowRead';
import { Progress } from './Progress';
import { Questions } from './Questions';
import { Roles } from './Roles';

export type Upload = Schemas['UploadView'];
export type Answers = { columns: Record<string, string>; timeFormat: string | null; timeZone: string | null; lifecycle: Schemas['Lifecycle'] | null };

export function Component() {
  const { upload = '' } = useParams();
  const query = useQuery({ queryKey: ['upload', upload], queryFn: () => sent(api.GET('/api/uploads/{id}', { params: { path: { id: upload } } })) });
  return <Stack gap="lg" maw={1200} mx="auto"><FiveStates query={query}>{view => <Import upload={view} />}</FiveStates></Stack>;
}

/** Asks what only a person can answer, imports, and goes to the overview. A file without questions is imported at once. */
function Import({ upload }: { upload: Upload }) {
  const [answers, setAnswers] = useState<Answers>({ columns: {}, timeFormat: null, timeZone: null, lifecycle: null });
  const [name, setName] = useState(upload.suggestedName);
  const [view, setView] = useState(upload);
  const [isRunning, setRunning] = useState(false);
  const queries = useQueryClient();
  const go = useNavigate();
  const at = { params: { path: { id: upload.id } } };
  const body = { name, ...answers };
  const look = useMutation({ mutationFn: (next: Answers) => sent(api.POST('/api/uploads/{id}/look', { ...at, body: { ...body, ...next } })), onSuccess: setView });
  const start = useMutation({ mutationFn: () => sent(api.POST('/api/uploads/{id}/import', { ...at, body })), onSuccess: () => setRunning(true) });
  const discard = useMutation({ mutationFn: () => sent(api.DELETE('/api/uploads/{id}', at)), onSettled: () => { queries.removeQueries({ queryKey: ['upload', upload.id] }); void go('/logs'); } });
  const [address] = useSearchParams();
  const isClear = upload.questions.length === 0 && address.get('look') !== 'yes';
  useEffect(() => { if (isClear) start.mutate(); }, [isClear]);
  const say = (next: Answers) => { setAnswers(next); look.mutate(next); };
  if (isRunning) return <Progress upload={upload} onCancel={() => discard.mutate()} onAgain={() => { start.reset(); setRunning(false); }} />;
  if (isClear && !start.error && start.isPending) return null;
  return (
    <>
      <PageHeader title={`Add ${upload.fileName}`} help={`${upload.format}, ${upload.size}${upload.hasMap ? ', with its map' : ''}. The program never guesses where the data leaves it open: it asks.`} />
      <Questions questions={view.questions} asked={upload.questions} answers={answers} onAnswer={say} />
      {look.error && <Refused problem={problemOf(look.error)} />}
      <Card>
        <Stack>
          <Title order={2}>Name</Title>
          <TextInput label="What the log is called" value={name} onChange={event => setName(event.currentTarget.value)} maw={480} />
          {start.error && <Refused problem={problemOf(start.error)} />}
          <Group>
            <Button onClick={() => start.mutate()} loading={start.isPending} disabled={view.questions.length > 0 || look.isPending}>Import</Button>
            <Button variant="default" onClick={() => discard.mutate()}>Discard</Button>
            {view.questions.length > 0 && <Text size="sm" c="dimmed">Answer the {view.questions.length === 1 ? 'question' : 'questions'} above first.</Text>}
          </Group>
        </Stack>
      </Card>
      <HowRead answers={answers} onAnswer={say} />
      <Roles upload={view} answers={answers} onAnswer={say} />
      <Head upload={view} />
    </>
  );
}
