import type { CSSVariablesResolver } from '@mantine/core'

/** Greys with enough contrast for small text, and surfaces that are calmer than pure white and black. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#57606a',
    '--mantine-color-placeholder': '#6b747d',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': theme.colors.teal?.[7] ?? '',
    '--mantine-color-green-light-color': '#1d6330',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-red-light-color': '#9f1c12',
    '--mantine-color-blue-light-color': '#12508f',
    '--mantine-color-gray-light-color': '#495057',
    '--mantine-color-grape-light-color': '#75259a',
    '--page-background': '#f6f7f8',
    '--surface': '#ffffff',
    '--line': '#e1e4e8',
    '--track': '#e9ecef',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb3',
    '--mantine-color-placeholder': '#8f979f',
    '--mantine-color-error': '#ff8a7d',
    '--mantine-color-anchor': theme.colors.teal?.[3] ?? '',
    '--mantine-color-body': '#1b1d1f',
    '--mantine-color-red-light-color': '#ffb4ab',
    '--mantine-color-teal-light': 'rgba(46, 167, 152, 0.2)',
    '--mantine-color-teal-light-hover': 'rgba(46, 167, 152, 0.28)',
    '--mantine-color-teal-light-color': theme.colors.teal?.[2] ?? '',
    '--page-background': '#141617',
    '--surface': '#1b1d1f',
    '--line': '#33373b',
    '--track': '#2a2e31',
  },
})
