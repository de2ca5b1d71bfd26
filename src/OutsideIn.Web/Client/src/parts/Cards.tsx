import { Anchor, Card, Group, SimpleGrid, Text, Tooltip } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Card as Data } from '../app/api';
import { toneOf } from '../app/theme';
import { FigureLink } from './FigureLink';

/** Numbers on cards, each with what it rests on and where it leads. */
export function Cards({ cards, cols = 4, small }: { cards: Data[]; cols?: number; small?: boolean }) {
  return <SimpleGrid cols={{ base: 1, xs: 2, md: cols }} spacing="md">{cards.map(one => <NumberCard key={one.title} card={one} small={small} />)}</SimpleGrid>;
}

function NumberCard({ card, small }: { card: Data; small?: boolean }) {
  const { id } = useParams();
  const title = <Text size="sm" c="dimmed" span style={card.help ? { borderBottom: '1px dotted currentColor' } : undefined} tabIndex={card.help ? 0 : undefined}>{card.title}</Text>;
  return (
    <Card padding={small ? 'md' : 'lg'}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {card.help ? <Tooltip label={card.help}>{title}</Tooltip> : title}
        {card.page && id && !small && <Anchor component={Link} to={`/logs/${id}/${card.page}`} size="xs" className="no-print" aria-label={`More about ${card.title}`}>More</Anchor>}
      </Group>
      <Text fz={small ? 'lg' : 26} fw={650} lh={1.25} mt={2} className="figures" c={card.tone === 'plain' ? undefined : toneOf(card.tone)}>
        <FigureLink figure={card.figure} quiet>{card.text}</FigureLink>
      </Text>
      {card.detail && <Text size="xs" c="dimmed" mt={4}>{card.detail}</Text>}
    </Card>
  );
}
