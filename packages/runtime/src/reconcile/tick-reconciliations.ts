import { eachAlone } from '../each-alone.ts'
import type { Runtime } from '../ports/runtime.ts'
import { advanceReconciliation } from './advance-reconciliation.ts'

const mostAtOnce = 20
/** So many pages of one ledger in a row; the others have their turn then. */
const pagesInARow = 5

/** Every month that is being read goes on by some pages. Run 0, 1 or 100 times, late or in parallel, it comes to the same. */
export async function tickReconciliations(runtime: Runtime): Promise<void> {
  await eachAlone(await runtime.ports.triggers.openReconciliations(mostAtOnce), async (one) => {
    for (let page = 0; page < pagesInARow; page += 1) if (!(await advanceReconciliation(runtime, one))) break
  })
}
