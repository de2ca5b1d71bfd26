import { Card, ScrollArea, Table, Text, Title } from '@mantine/core';
import type { Upload } from './UploadPage';

/** The first rows as they stand in the file. */
export function Head({ upload }: { upload: Upload }) {
  if (upload.head.length === 0) return null;
  return (
    <Card>
      <Title order={2} mb="xs">The first rows, as they stand</Title>
      <ScrollArea type="auto">
        <Table withColumnBorders verticalSpacing={4} fz="xs" aria-label="First rows">
          <Table.Thead><Table.Tr>{upload.columns.map(one => <Table.Th key={one.name} className="nowrap">{one.name}<Text size="xs" c="dimmed">{one.timePattern ?? one.kind}</Text></Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{upload.head.map((row, at) => <Table.Tr key={at}>{row.map((cell, column) => <Table.Td key={column} className="nowrap" maw={260} style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{cell}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
        </Table>
      </ScrollArea>
    </Card>
  );
}
