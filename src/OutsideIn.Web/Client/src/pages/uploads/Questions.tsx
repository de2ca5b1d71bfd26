import { Alert, Badge, Card, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Schemas } from '../../app/api';
import type { Answers } from './UploadPage';

type Question = Schemas['QuestionView'];
const keyOf = (one: Question) => one.role ?? 'timeFormat';

/** The questions the data cannot answer: those still open, and those just answered, so that an answer can be taken back. */
export function Questions({ questions, asked, answers, onAnswer }: { questions: Question[]; asked: Question[]; answers: Answers; onAnswer: (next: Answers) => void }) {
  const open = new Set(questions.map(keyOf));
  const all = [...asked, ...questions.filter(one => !asked.some(other => keyOf(other) === keyOf(one)))];
  if (all.length === 0) return null;
  const answer = (one: Question, choice: string) => onAnswer(one.role === null ? { ...answers, timeFormat: choice } : { ...answers, columns: { ...answers.columns, [one.role]: choice } });
  return (
    <Card>
      <Title order={2} mb="sm">What the data leaves open</Title>
      <Stack gap="lg">
        {all.map(one => (
          <Radio.Group key={keyOf(one)} label={<Group gap="xs" component="span"><Text span size="sm" fw={600}>{one.text}</Text>{!open.has(keyOf(one)) && <Badge size="sm" variant="light" leftSection={<IconCheck size={12} />}>answered</Badge>}</Group>}
            value={(one.role === null ? answers.timeFormat : answers.columns[one.role]) ?? null} onChange={choice => answer(one, choice)}>
            <Stack gap={6} mt={8}>{one.choices.map(choice => <Radio key={choice} value={choice} label={choice} />)}</Stack>
          </Radio.Group>
        ))}
      </Stack>
      {questions.length === 0 && <Alert mt="md" color="green" variant="light" py="xs" icon={<IconCheck size={16} />}>Everything is answered.</Alert>}
    </Card>
  );
}
