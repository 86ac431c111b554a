import { useDrawerData } from './drawer-data.ts'

/** The sentence to show beneath an input: the first problem whose cure is there. */
export function useProblemAt(place: string): string | undefined {
  return useDrawerData().problems.find((problem) => problem.place === place)?.message
}
