import { Card, NativeSelect, SimpleGrid, TextInput, Title } from '@mantine/core';
import type { Answers } from './UploadPage';

const lifecycles = [
  { value: '', label: 'Starts and completes of one execution become one (usual)' },
  { value: 'all', label: 'Every recorded event counts as it stands' },
  { value: 'complete', label: 'Only completed events count' },
];

/** What a person may say beyond the columns; left alone, the usual holds. */
export function HowRead({ answers, onAnswer }: { answers: Answers; onAnswer: (next: Answers) => void }) {
  const said = (part: Partial<Answers>) => {
    if (Object.entries(part).some(([key, value]) => answers[key as keyof Answers] !== value)) onAnswer({ ...answers, ...part });
  };
  return (
    <Card>
      <Title order={2} mb="xs">How it is read</Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput label="Pattern of times" description="Found from the data where left empty." placeholder="dd/MM/yyyy HH:mm" defaultValue={answers.timeFormat ?? ''} key={answers.timeFormat} onBlur={event => said({ timeFormat: event.currentTarget.value || null })} />
        <TextInput label="Zone of times without one" description="UTC where left empty." placeholder="Europe/London" onBlur={event => said({ timeZone: event.currentTarget.value || null })} />
        <NativeSelect label="Lifecycle" description="Where the log records starts and completes." data={lifecycles} value={answers.lifecycle ?? ''} onChange={event => onAnswer({ ...answers, lifecycle: (event.currentTarget.value || null) as Answers['lifecycle'] })} />
      </SimpleGrid>
    </Card>
  );
}
