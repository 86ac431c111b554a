import { StatusBadge } from '@fieldledger/ui'
import type { StepWalk } from './step-walks.ts'
import styles from './walk-badge.module.css'

/** On the edge of a card: what the run that is shown did with this step. */
export function WalkBadge({ walk }: { walk: StepWalk }) {
  return (
    <div className={styles.badge}>
      <StatusBadge {...walk} />
    </div>
  )
}
