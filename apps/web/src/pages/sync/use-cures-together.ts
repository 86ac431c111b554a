import type { AttentionGroup } from '@fieldledger/contract'
import { curesAll } from '../../cures/cure-cause.tsx'
import { useMay } from '../../session/me-context.ts'

/** What one small form cures for all documents of a cause, for whoever may do that. */
export function useCuresTogether({
  problems,
}: AttentionGroup): AttentionGroup['problems'][number] | undefined {
  const mayRun = useMay('run.manage')
  const mayCure = useMay('connection.read')
  const [problem] = problems
  return mayRun && mayCure && problem !== undefined && curesAll(problem) ? problem : undefined
}
