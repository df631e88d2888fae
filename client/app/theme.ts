import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ACCENT: MantineColorsTuple = [
  '#eef0ff',
  '#dcdfff',
  '#bbc1f6',
  '#9aa2ee',
  '#7d87e6',
  '#5f6add',
  '#4a54d4',
  '#3b45b8',
  '#363fab',
  '#2a3290',
];

/** Each system's own Latin and Chinese faces; `system-ui` comes late, since on Linux it may be anything. */
const FONTS = [
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Noto Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  'system-ui',
  'sans-serif',
].join(', ');

/** The look of everything: one accent color, wide spacing, system fonts. */
export const theme = createTheme({
  colors: { accent: ACCENT },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // From here on the names of all pages stand in one line.
  breakpoints: { lg: '80em' },
});

/** Mantine's gray texts are too faint on its own backgrounds (below 4.5 : 1), so they are darker here. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5560',
    '--mantine-color-placeholder': '#5c6570',
    '--mantine-color-error': '#c22727',
    '--mantine-color-body': '#ffffff',
  },
  dark: {
    '--mantine-color-dimmed': '#b3b8c0',
    '--mantine-color-placeholder': '#a6abb3',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#9aa2ee',
  },
});
