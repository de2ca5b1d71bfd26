import { Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Schemas } from '../app/api';
import { toneOf } from '../app/theme';
import { FactLine } from '../parts/Facts';
import { FigureLink } from '../parts/FigureLink';
import { Marked } from '../parts/Marked';
import './fan-out.css';

type Cause = Schemas['CauseView'];

/** The causal fan-out: each Moment of Truth with the work it spawned, opening into its activities. */
export function FanOut({ causes, open, onTurn }: { causes: Cause[]; open: string[]; onTurn: (key: string) => void }) {
  return <Stack gap={0}>{causes.map(one => <Root key={one.key} cause={one} isOpen={open.includes(one.key)} onTurn={() => onTurn(one.key)} />)}</Stack>;
}

function Root({ cause, isOpen, onTurn }: { cause: Cause; isOpen: boolean; onTurn: () => void }) {
  const tone = toneOf(cause.isWithoutCause ? 'muted' : cause.marks.includes('failure') ? 'failure' : 'moment');
  const canOpen = cause.activities.length > 0;
  return (
    <section className="cause" data-cause={cause.key} aria-label={cause.summary}>
      <UnstyledButton className="cause-head" onClick={onTurn} aria-expanded={isOpen} disabled={!canOpen}>
        <IconChevronRight size={16} aria-hidden className="no-print" style={{ transform: isOpen ? 'rotate(90deg)' : undefined, opacity: canOpen ? 0.7 : 0, flexShrink: 0 }} />
        <div className="cause-name"><Text size="sm" component="div" fw={600}><Marked marks={cause.marks}>{cause.cause}</Marked></Text></div>
        <div className="cause-track"><div style={{ width: `${cause.workShare * 100}%`, background: tone }} /></div>
        <Text size="sm" className="cause-work figures" fw={550}>{cause.work}</Text>
      </UnstyledButton>
      <Group gap="md" className="cause-facts">
        <Text size="sm" c="dimmed" className="figures"><FigureLink figure={cause.figure}>{cause.contacts}</FigureLink></Text>
        <FactLine facts={cause.details} />
      </Group>
      <Collapse expanded={isOpen}><Branches cause={cause} tone={tone} /></Collapse>
    </section>
  );
}

function Branches({ cause, tone }: { cause: Cause; tone: string }) {
  return (
    <ul className="branches" style={{ '--branch': tone } as React.CSSProperties} aria-label={`Work caused by ${cause.cause}`}>
      {cause.activities.map(one => (
        <li key={one.name}>
          <Text size="sm" component="div" className="branch-name"><Marked marks={one.marks}>{one.name}</Marked></Text>
          <div className="cause-track thin"><div style={{ width: `${one.share * 100}%`, background: toneOf('firm') }} /></div>
          <Text size="sm" className="figures" ta="right" miw={52}>{one.text}</Text>
        </li>
      ))}
      {cause.more && <li><Text size="sm" c="dimmed">{cause.more}</Text></li>}
    </ul>
  );
}
