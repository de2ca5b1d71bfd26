import { Anchor, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { words } from '../app/texts';

/** A figure that opens the cases behind it; plain text where there are none. */
export function FigureLink({ figure, children, quiet }: { figure?: string | null; children: ReactNode; quiet?: boolean }) {
  const { id } = useParams();
  if (!figure || !id) return <>{children}</>;
  return (
    <Tooltip label={words.cases} openDelay={500}>
      <Anchor component={Link} to={casesOf(id, figure)} inherit c={quiet ? 'inherit' : undefined} className="figures">{children}</Anchor>
    </Tooltip>
  );
}

export const casesOf = (id: string, figure: string) => `/logs/${id}/cases?figure=${encodeURIComponent(figure)}`;
