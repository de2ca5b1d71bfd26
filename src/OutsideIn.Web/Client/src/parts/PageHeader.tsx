import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useLog } from '../app/LogSwitcher';
import { words } from '../app/texts';

/** The page's title, which takes the focus when the page is entered, and what the page is for in plain words. */
export function PageHeader({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  const { id } = useParams();
  return (
    <Group justify="space-between" align="flex-start" wrap="wrap" gap="sm">
      <Stack gap={4} maw={820}>
        {id && <PrintHead id={id} />}
        <Title order={1} id="page-title" tabIndex={-1}>{title}</Title>
        {help && <Text c="dimmed" size="sm">{help}</Text>}
      </Stack>
      {children && <Group gap="xs" className="no-print">{children}</Group>}
      <DocumentTitle title={title} />
    </Group>
  );
}

function PrintHead({ id }: { id: string }) {
  const log = useLog(id).data;
  return log ? <Text className="print-only" size="sm">{log.name} · {log.size} · {log.period}</Text> : null;
}

function DocumentTitle({ title }: { title: string }) {
  useEffect(() => { document.title = `${title} · ${words.product}`; }, [title]);
  return null;
}
