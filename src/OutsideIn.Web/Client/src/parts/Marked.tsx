import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../app/texts';
import { isShape, WorkShape } from './WorkShape';

/** Text with the shapes in front of it and the badges behind it that say what it is. */
export function Marked({ marks, children }: { marks: string[]; children: ReactNode }) {
  const badges = marks.filter(one => !isShape(one));
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      {marks.filter(isShape).map(one => <WorkShape key={one} shape={one} />)}
      <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{children}</span>
      {badges.map(one => <Badge key={one} size="xs" variant="light" color={one === words.suggested ? 'yellow' : 'gray'} style={{ flexShrink: 0 }}>{one}</Badge>)}
    </Group>
  );
}
