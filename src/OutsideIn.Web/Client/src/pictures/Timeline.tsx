import { Badge, Group, Text } from '@mantine/core';
import type { Schemas } from '../app/api';
import { toneOf } from '../app/theme';
import { isShape, shapeName, WorkShape, type Shape } from '../parts/WorkShape';
import classes from './Timeline.module.css';

type Story = Schemas['StoryView'];
type Event = Schemas['StoryEventView'];

const fullLength = 180;

/**
 * A case from top to bottom: what the customer saw at the left of the line, work inside at the right, and the waits between as lengths
 * of the line, to scale up to a cap.
 */
export function Timeline({ story }: { story: Story }) {
  return (
    <div>
      <Legend story={story} />
      <div className={classes.sides} aria-hidden><Text size="sm" fw={600} ta="right">The customer’s side</Text><span /><Text size="sm" fw={600}>Inside the organisation</Text></div>
      <ol className={classes.line} aria-label="Events of the case, first to last">
        {story.events.map(one => <Step key={one.number} event={one} />)}
      </ol>
    </div>
  );
}

function Step({ event }: { event: Event }) {
  const length = event.waitLength * fullLength;
  return (
    <li data-event={event.number} data-contact={event.isContact || undefined} data-failure={event.failure ? true : undefined}>
      {event.wait && (
        <div className={classes.gap} style={{ height: Math.max(10, length) }} data-cut={event.isWaitCut || undefined}>
          <span className={classes.thread} style={{ borderLeftStyle: event.isWaitCut ? 'dashed' : 'solid' }} />
          {event.isWaitCut && <span className={classes.cut} aria-hidden>≈</span>}
          {(length >= 16 || event.isWaitCut) && <Text size="xs" c="dimmed" className={classes.wait}>{event.wait}{event.isWaitCut ? ' (longer than drawn)' : ''}</Text>}
        </div>
      )}
      <div className={classes.row}>
        <div className={classes.left}>{event.isContact && <What event={event} right />}</div>
        <span className={classes.knot}>{isShape(event.shape) && <WorkShape shape={event.shape} size={18} />}</span>
        <div className={classes.right}>{!event.isContact && <What event={event} />}</div>
      </div>
    </li>
  );
}

function What({ event, right }: { event: Event; right?: boolean }) {
  const justify = right ? 'flex-end' : 'flex-start';
  return (
    <div className={classes.what} data-shape={event.shape}>
      <Group gap={6} justify={justify}>
        <Text fw={600} size="sm">{event.name}</Text>
        {event.isSuggested && <Badge size="xs" variant="light" color="yellow">suggested</Badge>}
      </Group>
      <Text size="xs" c="dimmed">{event.time}{event.doer ? ` · ${event.doer}` : ''}{event.details.map(one => ` · ${one.name}: ${one.value}`).join('')}</Text>
      {event.shows && <Text size="sm" fw={600} c={toneOf(event.tone)}>★ {event.shows}</Text>}
      {event.failure && <Text size="sm" c={toneOf('failure')} fw={500}>▲ {event.failure}</Text>}
      {event.handOff && <Text size="sm" c={toneOf('breakpoint')}>◆ {event.handOff}</Text>}
      {event.cause && <Text size="xs" c="dimmed">caused by {event.cause}</Text>}
    </div>
  );
}

function Legend({ story }: { story: Story }) {
  const shapes: Shape[] = ['moment', 'failure', 'internal', 'rule', 'breakpoint'];
  return (
    <Group gap="lg" mb="md" align="center">
      {shapes.map(one => <Group key={one} gap={6} wrap="nowrap"><WorkShape shape={one} /><Text size="xs">{shapeName(one)}</Text></Group>)}
      <Group gap={8} wrap="nowrap"><span className={classes.rule} aria-hidden /><Text size="xs">{story.scaleText}</Text></Group>
    </Group>
  );
}
