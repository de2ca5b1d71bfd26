import { IconFlag, IconGavel, IconHierarchy2, IconPlayerPlay, IconSettings, IconStack2, IconUser, IconUserExclamation } from '@tabler/icons-react';
import type { Schemas } from '../app/api';

const icons: Record<string, typeof IconUser> = {
  moment: IconUser, failure: IconUserExclamation, internal: IconSettings, rule: IconGavel, other: IconStack2, begin: IconPlayerPlay, end: IconFlag,
};

/** The mark that says what a place on the map is, beside its outline. */
export function ShapeIcon({ shape, size = 17 }: { shape: string; size?: number }) {
  const Icon = icons[shape] ?? IconHierarchy2;
  return <Icon size={size} stroke={1.8} aria-hidden style={{ flexShrink: 0 }} />;
}

/** The outline of a place: contacts are round at their ends, rules are pointed, work inside is a box, the others are a pile. */
export function outlineOf(shape: string, width: number, height: number): string {
  const [w, h] = [width - 1.5, height - 1.5];
  const o = 1.5;
  if (shape === 'rule') return `M${o + 15},${o}H${w - 15}L${w},${height / 2}L${w - 15},${h}H${o + 15}L${o},${height / 2}Z`;
  const r = shape === 'internal' ? 5 : shape === 'other' ? 5 : (h - o) / 2;
  return `M${o + r},${o}H${w - r}A${r},${r} 0 0 1 ${w},${o + r}V${h - r}A${r},${r} 0 0 1 ${w - r},${h}H${o + r}A${r},${r} 0 0 1 ${o},${h - r}V${o + r}A${r},${r} 0 0 1 ${o + r},${o}Z`;
}

/** What each outline means, drawn small. */
export function ShapeKey({ shape }: { shape: string }) {
  return <svg width={34} height={20} viewBox="0 0 34 20" aria-hidden><path d={shape === 'rule' ? 'M8,1.500H26L32.500,10L26,18.500H8L1.500,10Z' : outlineOf(shape, 34, 20)} fill="none" stroke="currentColor" strokeWidth={shape === 'failure' ? 2.4 : 1.4} strokeDasharray={shape === 'other' ? '3 2' : undefined} /></svg>;
}

export type Coloured = 'frequency' | 'time' | 'outcome';
export const colourings: Coloured[] = ['frequency', 'time', 'outcome'];
export const shadeOf = (shades: Schemas['ShadesView'], by: Coloured) => shades[by];
