import type { StatusTone } from '@fieldledger/ui'
import { createContext, useContext } from 'react'

/** What a run did with a step, as its card shows it. */
export interface StepWalk {
  tone: StatusTone
  word: string
}

/** Step id → what a run did with it; empty where no run is shown. */
export const StepWalksContext = createContext<Readonly<Record<string, StepWalk>>>({})

export function useStepWalk(stepId: string): StepWalk | undefined {
  return useContext(StepWalksContext)[stepId]
}
