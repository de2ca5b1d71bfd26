import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Every colour of the product, named by what it stands for. Shape and text always say the same as colour.
const petrol: MantineColorsTuple = ['#eaf6f7', '#d3e9ec', '#a3d2d8', '#70bac4', '#48a6b2', '#2f99a7', '#1f8c9b', '#0f7180', '#0b5c68', '#064954'];

/** What a tone of the API looks like. */
export const tones = {
  reached: '#2b8a5f',
  lost: '#b4423c',
  open: '#8a94a3',
  failure: '#c05a1c',
  firm: '#5b6b8c',
  customer: '#0f7180',
  moment: '#0f7180',
  breakpoint: '#b7791f',
  rule: '#7a4fa0',
  plain: '#49637f',
  muted: '#a9b3c0',
} as const;

export type Tone = keyof typeof tones;

export const toneOf = (name: string | null | undefined): string => tones[name as Tone] ?? tones.plain;

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
