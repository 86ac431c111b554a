import { useMediaQuery } from '@mantine/hooks'

/** Below this width a table becomes cards. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false })
}
