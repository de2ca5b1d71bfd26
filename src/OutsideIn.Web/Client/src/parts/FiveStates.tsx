import { Alert, Center, Code, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox, IconStack2 } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refusal, type Problem } from '../app/api';
import { words } from '../app/texts';

/** The five states of everything that shows data: loading, refused, empty, too much, done. */
export function FiveStates<T>({ query, empty, limit, children }: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending'>;
  /** What to say where there is nothing, or null where there is something. */
  empty?: (data: T) => string | null;
  /** What was left out, or null. */
  limit?: (data: T) => string | null | undefined;
  children: (data: T) => ReactNode;
}) {
  if (query.error) return <Refused problem={problemOf(query.error)} />;
  if (query.data === undefined) return <Loading />;
  const nothing = empty?.(query.data);
  if (nothing) return <Empty text={nothing} />;
  const left = limit?.(query.data);
  return <>{left && <TooMuch text={left} />}{children(query.data)}</>;
}

export const problemOf = (error: unknown): Problem => error instanceof Refusal
  ? error.problem
  : { type: 'about:blank', title: 'The page failed', status: 0, code: '', detail: error instanceof Error ? error.message : String(error), hint: null };

export function Loading() {
  return <Center mih={160} role="status" aria-live="polite"><Stack align="center" gap="xs"><Loader type="dots" /><Text size="sm" c="dimmed">{words.loading}</Text></Stack></Center>;
}

export function Empty({ text }: { text: string }) {
  return <Center mih={120}><Stack align="center" gap={6}><IconInbox size={26} stroke={1.4} opacity={0.6} aria-hidden /><Text size="sm" c="dimmed" ta="center" maw={460}>{text}</Text></Stack></Center>;
}

export function Refused({ problem }: { problem: Problem }) {
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle size={20} />} title={problem.title}>
      <Text size="sm">{problem.detail}</Text>
      {problem.hint && <Text size="sm" mt={6}>{problem.hint}</Text>}
      {problem.code && <Text size="xs" c="dimmed" mt={6}>Problem <Code>{problem.code}</Code></Text>}
    </Alert>
  );
}

export function TooMuch({ text }: { text: string }) {
  return <Alert color="gray" variant="light" icon={<IconStack2 size={18} />} py="xs" mb="sm"><Text size="sm">{text}</Text></Alert>;
}
