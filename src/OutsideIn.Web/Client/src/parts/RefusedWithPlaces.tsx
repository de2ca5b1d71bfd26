import { Code, List, Stack, Text } from '@mantine/core';
import type { Problem } from '../app/api';
import { Refused } from './FiveStates';

/** A refusal of a text with each of its faults and where it is. */
export function RefusedWithPlaces({ problem }: { problem: Problem }) {
  return (
    <Stack gap="xs">
      <Refused problem={problem} />
      {problem.places && problem.places.length > 0 && <Places places={problem.places} />}
    </Stack>
  );
}

export function Places({ places }: { places: NonNullable<Problem['places']> }) {
  return (
    <List size="sm" spacing={4}>
      {places.map((one, at) => <List.Item key={at}><Text size="sm">{one.line !== null && <b>Line {one.line}, column {one.column}: </b>}{one.text} {one.hint} <Code>{one.code}</Code></Text></List.Item>)}
    </List>
  );
}
