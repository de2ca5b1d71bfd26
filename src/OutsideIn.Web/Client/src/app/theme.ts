import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Every colour of the product, named by what it stands for. Shape and text always say the same as colour.
const petrol: MantineColorsTuple = ['#eaf6f7', '#d3e9ec', '#a3d2d8', '#70bac4', '#48a6b2', '#2f99a7', '#1f8c9b', '#0f7180', '#0b5c68', '#064954'];

/** What a tone of the API looks like, on light ground and on dark. */
const tonesBy = {
  reached: ['#2b8a5f', '#5fc796'],
  before: ['#9fd3b9', '#33694f'],
  lost: ['#b4423c', '#ee8a84'],
  open: ['#8a94a3', '#98a3b3'],
  failure: ['#c05a1c', '#f2975a'],
  firm: ['#5b6b8c', '#93a6cf'],
  customer: ['#0f7180', '#4fb9c8'],
  moment: ['#0f7180', '#4fb9c8'],
  breakpoint: ['#a86a12', '#e2a84a'],
  rule: ['#7a4fa0', '#bb92dd'],
  plain: ['#49637f', '#a3b8cf'],
  muted: ['#a9b3c0', '#6b7583'],
} as const;

export type Tone = keyof typeof tonesBy;

const isTone = (name: string | null | undefined): name is Tone => name !== null && name !== undefined && name in tonesBy;

/** The colour of a tone: a plain one for the scheme that is asked for, else the page's, which follows its scheme by itself. */
export function toneOf(name: string | null | undefined, isDark?: boolean): string {
  const tone = isTone(name) ? name : 'plain';
  return isDark === undefined ? `var(--tone-${tone})` : tonesBy[tone][isDark ? 1 : 0];
}

const variables = (at: 0 | 1) => Object.fromEntries(Object.entries(tonesBy).map(([name, pair]) => [`--tone-${name}`, pair[at]]));

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables(0), dark: variables(1) });

// The five steps of the process map's colourings, for places (fill), what is written on them (ink) and connections (line).
const scales = {
  frequency: { light: ['#eff7f8', '#cfe7ea', '#9bced5', '#4aa0ac', '#0f7180'], dark: ['#1f2d30', '#1f434a', '#215f69', '#27808d', '#35a3b2'], lineLight: ['#a9bcc2', '#82abb3', '#4f949f', '#257f8d', '#0b5c68'], lineDark: ['#4b5d62', '#4a7279', '#43909b', '#4bb0bd', '#7fd6e0'] },
  time: { light: ['#fdf6e7', '#f8e2b6', '#efc274', '#d08a2c', '#8f5310'], dark: ['#2e2a20', '#4d3d1d', '#74561b', '#a2731d', '#d1942e'], lineLight: ['#c3b694', '#cfa453', '#bb7f22', '#98600f', '#6f3f07'], lineDark: ['#6a6148', '#8c7038', '#b58b36', '#dba743', '#ffd27a'] },
  outcome: { light: ['#b4423c', '#e5a8a2', '#eceff2', '#a3d3bb', '#2b8a5f'], dark: ['#b4423c', '#74403d', '#3a4047', '#33604b', '#2b8a5f'], lineLight: ['#b4423c', '#d58a84', '#a2acb8', '#74b898', '#2b8a5f'], lineDark: ['#e0655e', '#b06a65', '#77818d', '#5f9e80', '#45b584'] },
} as const;

const uncoloured = { fill: { light: '#ffffff', dark: '#2a2e33' }, line: { light: '#aab4c0', dark: '#5c6570' } };

/** The colour of a level from 0 to 4 of one of the map's scales; null is no colour. */
export function scaleOf(by: keyof typeof scales, what: 'fill' | 'ink' | 'line', level: number | null, isDark: boolean): string {
  const scale = scales[by];
  if (what === 'ink') return isDark || (level !== null && (level === 4 || (by === 'outcome' && level === 0))) ? '#ffffff' : '#14232b';
  if (level === null) return uncoloured[what][isDark ? 'dark' : 'light'];
  const steps = what === 'fill' ? scale[isDark ? 'dark' : 'light'] : scale[isDark ? 'lineDark' : 'lineLight'];
  return steps[level] ?? steps[2];
}

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 5 },
  colors: { petrol },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.6rem', lineHeight: '1.25' }, h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Card: { defaultProps: { withBorder: true, padding: 'lg', radius: 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Tooltip: { defaultProps: { multiline: true, maw: 320, withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});
