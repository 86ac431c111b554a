import type { CSSVariablesResolver } from '@mantine/core'

/** Greys with enough contrast for small text, and surfaces that are calmer than pure white and black. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#57606a',
    '--mantine-color-placeholder': '#6b747d',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': theme.colors.teal?.[7] ?? '',
    '--page-background': '#f6f7f8',
    '--surface': '#ffffff',
    '--line': '#e1e4e8',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb3',
    '--mantine-color-placeholder': '#8f979f',
    '--mantine-color-error': '#ff8a7d',
    '--mantine-color-anchor': theme.colors.teal?.[3] ?? '',
    '--mantine-color-body': '#1b1d1f',
    '--page-background': '#141617',
    '--surface': '#1b1d1f',
    '--line': '#33373b',
  },
})
