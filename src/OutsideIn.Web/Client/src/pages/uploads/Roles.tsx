import { Card, NativeSelect, Table, Text, Title, Tooltip } from '@mantine/core';
import type { Answers, Upload } from './UploadPage';

/** Which column has which role, why, and the choice of another. */
export function Roles({ upload, answers, onAnswer }: { upload: Upload; answers: Answers; onAnswer: (next: Answers) => void }) {
  const choose = (role: string, column: string) => onAnswer({ ...answers, columns: { ...answers.columns, [role]: column } });
  return (
    <Card>
      <Title order={2} mb="xs">Which column means what</Title>
      <Table verticalSpacing={6} aria-label="Roles">
        <Table.Thead><Table.Tr><Table.Th>Role</Table.Th><Table.Th>Column</Table.Th><Table.Th ta="right">Confidence</Table.Th><Table.Th>Why</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {upload.roles.map(one => (
            <Table.Tr key={one.role}>
              <Table.Td><Tooltip label={one.help}><Text span size="sm" style={{ borderBottom: '1px dotted currentColor' }} tabIndex={0}>{one.title}{one.isRequired ? ' *' : ''}</Text></Tooltip></Table.Td>
              <Table.Td><NativeSelect size="xs" aria-label={`Column for ${one.title}`} value={answers.columns[one.role] ?? one.column ?? ''} onChange={event => choose(one.role, event.currentTarget.value)} data={['', ...upload.columns.map(column => column.name)]} /></Table.Td>
              <Table.Td ta="right" className="figures">{one.confidence ?? '–'}</Table.Td>
              <Table.Td><Text size="sm" c="dimmed">{one.reason ?? ''}</Text></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">* needed. Every other column is kept as it is.</Text>
    </Card>
  );
}
