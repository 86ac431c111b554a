import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

/** The button that ends a drawer stays in sight, however long the list above it is. */
export function DrawerFoot({ children }: { children: ReactNode }) {
  return (
    <Box
      pos="sticky"
      bottom={0}
      mx="calc(var(--mantine-spacing-md) * -1)"
      mb="calc(var(--mantine-spacing-md) * -1)"
      px="md"
      py="sm"
      style={{ zIndex: 5, background: 'var(--mantine-color-body)', borderTop: '1px solid var(--line)' }}
    >
      {children}
    </Box>
  )
}
