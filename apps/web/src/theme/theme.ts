import { createTheme, type MantineColorsTuple } from '@mantine/core'

const deepTeal: MantineColorsTuple = [
  '#effaf8',
  '#d9f2ee',
  '#b0e4dc',
  '#82d4c8',
  '#54c0b2',
  '#2ea798',
  '#178a7d',
  '#0f7168',
  '#0d5a54',
  '#0b4743',
]

/** Calm and dense: one accent on neutral greys (DESIGN §9). */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  colors: { teal: deepTeal },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      vars: () => ({
        label: {},
        error: { '--input-error-size': '0.75rem' },
        description: { '--input-description-size': '0.75rem' },
      }),
    },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    // Mantine's own is as dark as the surface that it lies on: three choices looked like three words.
    SegmentedControl: { styles: { root: { background: 'var(--track)' } } },
    Tabs: { styles: { list: { flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'none' } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 },
      vars: () => ({ root: { '--badge-fz': '0.75rem', '--badge-height': '1.375rem' } }),
    },
    Modal: { defaultProps: { centered: true }, styles: { title: { fontSize: '1rem', fontWeight: 620 } } },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
  },
})
