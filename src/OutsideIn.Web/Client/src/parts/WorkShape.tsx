import { toneOf } from '../app/theme';

const shapes = {
  moment: { path: <circle cx="7" cy="7" r="5.5" />, name: 'Moment of Truth', tone: toneOf('moment') },
  breakpoint: { path: <path d="M7 1 13 7 7 13 1 7Z" />, name: 'Breakpoint', tone: toneOf('breakpoint') },
  rule: { path: <path d="M4 1.5h6l3.5 5.5-3.5 5.5H4L.5 7Z" />, name: 'Rule', tone: toneOf('rule') },
  failure: { path: <path d="M7 1 13.5 12.5H.5Z" />, name: 'Failure demand', tone: toneOf('failure') },
  internal: { path: <rect x="1.5" y="1.5" width="11" height="11" rx="2" />, name: 'Work inside', tone: toneOf('firm') },
  outcome: { path: <path d="M7 .5 9 5l4.5.5-3.5 3.2L11 13.5 7 11l-4 2.5 1-4.8L.5 5.5 5 5Z" />, name: 'Outcome', tone: toneOf('reached') },
} as const;

export type Shape = keyof typeof shapes;
export const isShape = (mark: string): mark is Shape => mark in shapes;
export const shapeName = (shape: Shape) => shapes[shape].name;

/** Moments of Truth, breakpoints, rules and failure contacts told apart by shape as well as colour. */
export function WorkShape({ shape, size = 14 }: { shape: Shape; size?: number }) {
  const { path, name, tone } = shapes[shape];
  return <svg width={size} height={size} viewBox="0 0 14 14" role="img" aria-label={name} style={{ flexShrink: 0, fill: tone }}><title>{name}</title>{path}</svg>;
}
